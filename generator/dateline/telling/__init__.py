"""The record in, files out. Knows nothing of articles."""
