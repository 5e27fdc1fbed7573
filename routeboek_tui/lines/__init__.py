"""The guide in plain lines: the conversation for screen readers and pipes, and the commands."""
