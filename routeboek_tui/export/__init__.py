"""Writing a document to a file: Word, PDF, Markdown and plain text.

Each format has one module that turns a document into bytes, and nothing of it
is loaded before it is used.
"""
