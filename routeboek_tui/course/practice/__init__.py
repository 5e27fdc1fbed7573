"""The place to practise: cases played, short questions that come back, and a case of one's own."""
