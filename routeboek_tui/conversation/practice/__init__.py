"""Cases to practise with: their way walked, what can be asked, and what comes of a choice."""
