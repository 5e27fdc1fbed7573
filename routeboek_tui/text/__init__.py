"""Text, and nothing of the field: characters, Dutch words and numbers, days, and documents."""
