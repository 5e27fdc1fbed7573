"""An order that is the same every time, and gives nothing away."""

from hashlib import sha256


def mixed(about: str, each: str) -> bytes:
    """Where ``each`` stands among others of what is asked ``about``: to sort by."""
    return sha256(f"{about} {each}".encode()).digest()
