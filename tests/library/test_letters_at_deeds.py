"""Who is to send, tell or ask something gets a letter for it, or there is a reason why not."""

import re
from collections.abc import Iterator
from pathlib import Path

from routeboek_tui.library.content import Library
from tests.known import in_kinds

NONE = in_kinds(Path(__file__).parent / "deeds_without_letter.yaml")
OUTWARD = re.compile(
    r"(^|[.?:;] )(stuur|laat [^.]*weten|vertel|nodig [^.]* uit|mail|meld\b|leg [^.]* voor|bericht|"
    r"vraag [^.]*(\{swv\}|leerplicht)|vraag de ouders|praat|ga [^.]*in gesprek|zeg |bied |"
    r"bespreek [^.]*(ouders|gezin)|(neem|zoek) contact (op )?met de ouders)",
    re.IGNORECASE,
)
"""How our texts say that something goes to somebody."""


def outward(library: Library) -> Iterator[tuple[str, bool]]:
    """Every deed by which something goes to somebody, and whether a letter goes with it."""
    for flow in library.flows.values():
        for step in flow.steps.values():
            text = library.texts[flow.id].get(step.id)
            for action in step.actions if text else ():
                if text and OUTWARD.search(text.actions[action.id]):
                    yield f"{flow.id}/{step.id}#{action.id}", action.id in text.letters


def test_what_goes_to_somebody_has_its_letter_or_a_reason(library: Library) -> None:
    found = dict(outward(library))
    bare = {place for place, has in found.items() if not has}
    assert len(found) > 150
    assert bare == {*NONE}


def test_a_letter_at_a_deed_can_be_written_at_that_step(library: Library) -> None:
    """What stands beside a deed opens there: else the screen would promise what is not there."""
    for flow in library.flows.values():
        for step in flow.steps.values():
            text = library.texts[flow.id].get(step.id)
            for letter in text.letters.values() if text else ():
                assert step.id in library.letters[letter].steps, (flow.id, step.id, letter)
                assert library.letters[letter].kort, letter
