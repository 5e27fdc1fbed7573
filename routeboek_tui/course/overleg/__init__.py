"""The one course of a meeting: each part of it hears the lines that are its own."""
