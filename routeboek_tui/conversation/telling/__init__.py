"""What a sentence says besides what it is about: the one reader of it."""
