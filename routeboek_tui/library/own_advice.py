"""How our own advice is marked: what no source asks for says so wherever it is shown."""

OWN = "ons advies"


def marked(text: str) -> str:
    """``text`` with the mark of our own advice."""
    return f"{text} ({OWN})"
