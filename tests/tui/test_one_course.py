"""Three faces, one course: the same lines typed in each, and what each shows of it.

What is compared is read from the painted screen, the printed lines and the JSON; the course itself
is not looked at.
"""

import io
import json
import random
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.safety import in_manner
from routeboek_tui.core.safety import Manner
from routeboek_tui.course.course import Course
from routeboek_tui.json_lines.talking import answered
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.session import Session
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.widgets.prompt import Prompt
from tests.known import guide as whole_guide
from tests.tui.conftest import screen_as_text

STEPS = 6
SIZE = (118, 90)

CASES: list[tuple[str, dict[str, str], int]] = [
    ("triage", {"gemeente": "den_haag", "sector": "vo"}, 1),
    ("triage", {"regio": "noord_kennemerland"}, 2),
    ("ziekteverzuim", {"gemeente": "rijswijk", "sector": "po"}, 3),
    ("ziekteverzuim", {"gemeente": "den_haag", "sector": "vo", "veiligheid": "nee"}, 4),
    ("zonder_schoolinschrijving", {"gemeente": "den_haag", "sector": "po"}, 5),
    ("met_schoolinschrijving_po", {"gemeente": "den_haag", "veiligheid": "nee"}, 6),
    ("met_schoolinschrijving_vo", {"gemeente": "den_haag", "veiligheid": "nee"}, 7),
    ("noord_kennemerland", {"sector": "po", "veiligheid": "nee"}, 8),
]

SAID = (
    "weet niet", "terug", "wijzig", "wijzig 1", "opnieuw", "nee", "16 uur gemist", "5 meldingen",
    "steeds ziek op maandag", "wat is een JES?", "hij wordt thuis geslagen", "12-3-2026", "",
    "1 en 2", "99", "de moeder belde en wil een gesprek",
)  # fmt: skip
"""What is typed besides what stands on the screen: answers, commands, questions, and neither."""


class Typed(io.TextIOBase):
    """Gives one line after the other, and keeps what was printed before each."""

    def __init__(self, lines: list[str], out: io.StringIO) -> None:
        self._lines = iter(lines)
        self._out = out
        self.printed: list[str] = []

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        self.printed.append(self._out.getvalue())
        self._out.seek(0)
        self._out.truncate()
        return f"{line}\n" if (line := next(self._lines, None)) is not None else ""


def bare(text: str) -> str:
    """The letters and digits alone: where a face breaks its lines is its own affair."""
    return "".join(char for char in text.casefold() if char.isalnum())


def next_line(chance: random.Random, asked: dict[str, Any] | None) -> str:
    """Something to type, mostly an answer to what is asked."""
    options = asked["options"] if asked else []
    if options and chance.random() < 0.65:
        option = chance.choice(options)
        return str(chance.choice((option["key"], option["key"], option["label"])))
    return chance.choice(SAID)


def talked(route: str, facts: dict[str, str], seed: int, today: date) -> Iterator[dict[str, Any]]:
    """A talk at random in lines of JSON: what was typed, and the reply."""
    chance = random.Random(seed)
    request: dict[str, Any] = {"route": route, "facts": facts, "date": today.isoformat()}
    reply = answered(whole_guide(), json.dumps(request).encode())
    yield {"typed": "", **reply}
    for _ in range(STEPS):
        typed = next_line(chance, reply["asked"])
        request = {"state": reply["state"], "hear": typed}
        after = answered(whole_guide(), json.dumps(request).encode())
        assert "error" not in after, after
        if after["state"] is None or after["left"]:
            continue
        reply = after
        yield {"typed": typed, **reply}


def shown(reply: dict[str, Any]) -> Iterator[str]:
    """What every face must show of a reply: the question, its options, and what is refused."""
    if reply["asked"]:
        asked = reply["asked"]
        yield asked["text"]
        yield from (option["label"] for option in asked["options"])
    yield from (
        part["text"] for part in reply["said"] if part["part"] == "words" and part["tone"] == "note"
    )


def begun(route: str, facts: dict[str, str], today: date) -> Conversation:
    talk = Conversation.start(whole_guide(), route, today, facts)
    return in_manner(talk, Manner.ALOUD)


@pytest.mark.parametrize(("route", "facts", "seed"), CASES)
async def test_the_same_is_asked_advised_and_refused(
    route: str, facts: dict[str, str], seed: int, today: date, guide: Callable[..., Guide]
) -> None:
    facts = whole_guide().scheme.settled(facts)
    replies = list(talked(route, facts, seed, today))
    typed = [reply["typed"] for reply in replies[1:]]
    assert len(typed) > 2

    out = io.StringIO()
    source = Typed([*typed, "vraag", "advies", "brieven"], out)
    Session(Lines(source, out, echo=False), Course(begun(route, facts, today))).run()
    printed = [bare(each) for each in source.printed]

    app = guide(veiligheid="")
    app._talk = begun(route, facts, today)
    painted: list[str] = []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        painted.append(bare(screen_as_text(app)))
        for line in typed:
            app.screen.query_one(Prompt).value = line
            await pilot.press("enter")
            await pilot.pause()
            painted.append(bare(screen_as_text(app)))
        await pilot.press("f2", "space")
        await pilot.pause()
        page = app.screen.query("Page").first()
        advice = bare("\n".join(str(i.content) + str(i.lead) for i in page.items))  # type: ignore[attr-defined]

    for number, reply in enumerate(replies):
        for part in shown(reply):
            assert bare(part) in painted[number], (number, reply["typed"], part)
            whole = printed[number] + printed[len(replies)] * (number == len(replies) - 1)
            same = number and replies[number - 1]["asked"] == reply["asked"]
            if not same or part == (reply["asked"] or {}).get("text"):
                assert bare(part) in whole, (number, reply["typed"], part)

    last = replies[-1]["advice"]
    said = printed[len(replies) + 1]
    for group in (*last["advice"]["now"], *last["advice"]["alongside"]):
        for action in group["todo"]:
            assert bare(action["text"]) in said
            assert bare(action["text"]) in advice
    for letter in last["letters"]:
        assert bare(whole_guide().letters[letter].title) in printed[len(replies) + 2]
