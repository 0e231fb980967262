"""dateline: a pile of articles in; a cited, multilingual timeline out."""

__version__ = "0.1.0"
