"""Articles in, proposed events out. Knows nothing of pages."""
