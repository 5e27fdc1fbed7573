"""Routeboek: a guide through the routeboek verzuim en thuiszitters."""

__version__ = "0.1.0"
