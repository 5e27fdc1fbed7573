"""The conversation for other programs: one line of JSON in, one line of JSON out."""
