"""What not to do stands behind "niet doen": every sentence of it says what to leave."""

import re

from routeboek_tui.library.content import Library

LEAVES = re.compile(r"\b(?:niet|geen|niets|niemand|nooit)\b", re.IGNORECASE)
ORDERS = re.compile(r"\b(?:alleen bij|hoeft|altijd na|eerst of)\b", re.IGNORECASE)
"""Words by which such a line would order or state something."""


def test_no_line_reads_as_an_order(library: Library) -> None:
    found = {
        caution.id: sentence
        for caution in library.cautions.values()
        for sentence in re.findall(r"[^.?!]+[.?!]", caution.say)
        if not sentence.endswith("?")
        if not LEAVES.search(sentence) or ORDERS.search(sentence)
    }
    assert found == {}
