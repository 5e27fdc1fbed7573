"""A route as a whole in words: its map, and what differs between two editions of it."""
