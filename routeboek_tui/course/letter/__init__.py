"""A letter on its way out: its fields, what is to be looked at first, and the file it becomes."""
