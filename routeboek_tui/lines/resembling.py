"""What a sentence about a pupil can be about, in lines: the candidates with their door."""

from routeboek_tui.conversation.wat_nu import Beside, Candidate, Found
from routeboek_tui.library.content import Library
from routeboek_tui.lines.lines import Lines

UNSURE = "De gids twijfelt. Kies zelf welke past."


LETTERS = "abcdefgh"
"""What picks a candidate beside a question, of which the numbers pick an answer."""


def show_found(out: Lines, library: Library, found: Found, marks: str = "12345678") -> None:
    """Everything a sentence can be about: what goes together, and the candidates."""
    if found.referral:
        out.say(f"Voor deze regio heeft de gids geen route: {found.referral.step}.")
    for beside in found.together:
        out.say(f"Twee dingen tegelijk: {beside.title}." if _two(library, beside) else beside.title)
        out.say(beside.say, "   ")
    if found.candidates and not found.candidates[0].sure:
        out.say(UNSURE)
    for mark, candidate in zip(marks, found.candidates, strict=False):
        _show(out, library, candidate, f"{mark}. ")


def where(library: Library, candidate: Candidate) -> str:
    """Where a candidate begins, or what must be known for that."""
    if candidate.door:
        return candidate.begins
    names = [library.facts[fact].title.lower() for fact in candidate.needs]
    return f"eerst nodig: {', '.join(names)}"


def _show(out: Lines, library: Library, candidate: Candidate, lead: str) -> None:
    out.say(f"{candidate.signal.title} ({where(library, candidate)})", lead)
    indent = " " * len(lead)
    for each in candidate.ask:
        out.say(f"Vraag eerst: {each}", indent)
    for each in candidate.notes:
        out.say(f"Let op: {each}", indent)


def _two(library: Library, beside: Beside) -> bool:
    return len(library.together[beside.id].of) > 1
