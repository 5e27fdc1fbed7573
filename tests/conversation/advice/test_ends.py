"""At every end of ``ends.yaml`` the duties beside it stand in the advice, and their letters."""

from datetime import date
from pathlib import Path
from typing import Any

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answer, Answers
from tests.known import guide, in_kinds
from tests.rows import each_row
from tests.walks_as_data import SAFE

DAY = date(2026, 11, 24)
ENDS: dict[str, dict[str, Any]] = in_kinds(Path(__file__).parent / "ends.yaml")


def _facts(told: dict[str, Any]) -> dict[str, str]:
    """The facts of an end; the words ja and nee are no truth values, and "?" is not known."""
    words = {True: "ja", False: "nee", "?": ""}
    return {**SAFE, **{name: words.get(value, value) for name, value in told.items()}}


@each_row("end", ENDS.values(), ids=list(ENDS))
def test_the_duties_beside_an_end_stand_in_its_advice(end: dict[str, Any]) -> None:
    flow, _, start = end["at"].partition("/")
    words = {True: "ja", False: "nee"}
    steps = tuple(
        Answer(step, choices=(words.get(said, said),))
        for step, said in end.get("answers", {}).items()
    )
    answers = Answers(_facts(end["facts"]), steps, start=start)
    talk = Conversation.at(guide(), guide().flows[flow], answers, DAY)
    view = advice_view(talk)
    todo = [each for group in (*view.now, *view.alongside) for each in group.todo]
    found = {f"{each.actor} {each.place.partition('/')[2]}" for each in todo}
    assert set(end.get("deeds", ())) <= found
    assert not {each.partition(" ")[2] for each in found} & set(end.get("without", ()))
    letters = {letter.id for letter in talk.letters}
    assert set(end.get("letters", ())) <= letters
    assert not letters & set(end.get("not", ()))
    conditional = {group.step for group in view.missed if "alleen bij" in group.title}
    assert set(end.get("missed", ())) <= conditional
