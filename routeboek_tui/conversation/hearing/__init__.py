"""What a typed line means where the conversation stands: an answer, a fact or a deed."""
