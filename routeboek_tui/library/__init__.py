"""Reads ``flows/``, ``content/`` and ``letters/``, and says everything that is wrong with them."""
