"""Makes the ear for danger from the sentences of ``content/gevaar/zinnen``."""
