"""What a meeting shows: its wall, and what stands on it at each part."""
