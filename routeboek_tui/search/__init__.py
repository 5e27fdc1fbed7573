"""Search of the guide: passages, an index over their words, and the best passage for a question."""
