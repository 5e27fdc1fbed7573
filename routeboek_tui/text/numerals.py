"""Whole numbers as they are said in Dutch."""

_SMALL = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TENS = (
    "", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig",
)  # fmt: skip
_ODD = {1: "eerste", 3: "derde", 8: "achtste"}


def word(number: int) -> str:
    """``number`` in letters: 16 is "zestien". From 0 to 999,999."""
    thousands, rest = divmod(number, 1000)
    if thousands:
        head = "duizend" if thousands == 1 else f"{word(thousands)}duizend"
        return f"{head} {word(rest)}" if rest else head
    hundreds, rest = divmod(rest, 100)
    if hundreds:
        head = "honderd" if hundreds == 1 else f"{_SMALL[hundreds]}honderd"
        return head + (word(rest) if rest else "")
    tens, units = divmod(rest, 10)
    if rest < len(_SMALL) or not units:
        return _SMALL[rest] if rest < len(_SMALL) else _TENS[tens]
    joint = "ën" if _SMALL[units].endswith("e") else "en"
    return f"{_SMALL[units]}{joint}{_TENS[tens]}"


def rank(number: int) -> str:
    """``number`` as a rank in letters: 16 is "zestiende"."""
    said, last = word(number), number % 100
    if last in _ODD:
        return said.removesuffix(_SMALL[last]) + _ODD[last]
    return f"{said}de" if 1 < last < len(_SMALL) else f"{said}ste"
