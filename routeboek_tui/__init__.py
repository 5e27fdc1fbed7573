"""Routeboek: a guide through the routeboek verzuim en thuiszitters."""

__version__ = "0.2.0"
