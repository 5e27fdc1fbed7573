"""From a template and what was typed to a document of blocks, and when a letter exists.

Templates are Jinja2 in Markdown. What a user types is put in after both have
been read, so it can never become template or markup.
"""
