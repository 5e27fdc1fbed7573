"""The advice in words: who does what by when, with which letter, and what comes next."""
