"""The conversation in plain lines: no escape codes, no cursor, nothing that needs a screen."""
