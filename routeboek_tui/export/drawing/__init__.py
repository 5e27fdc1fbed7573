"""A flowchart drawn in characters: boxes, and lines that lead from one to the next."""
