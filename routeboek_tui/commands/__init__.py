"""The commands of ``routeboek``: one command a file, called after it."""
