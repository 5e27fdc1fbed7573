"""The conversation as every face shows it: where the walk stands, and what is typed, in words."""
