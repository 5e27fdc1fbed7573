"""Questions asked in between: what is asked, where it is told, and which pieces of it are shown."""
