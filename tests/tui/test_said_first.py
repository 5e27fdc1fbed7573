"""Talks in which nothing that was said in the first sentence is asked again, in every face."""

import io
import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from routeboek_tui.course.course import Course
from routeboek_tui.course.sentences import FROM_SAID_NOTE
from routeboek_tui.json_lines.talking import answered
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.session import Session
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.widgets.prompt import Prompt
from tests.known import guide as whole_guide
from tests.known import in_kinds
from tests.tui.conftest import screen_as_text

TALKS: list[dict[str, Any]] = in_kinds(Path(__file__).parent / "said_first.yaml")
TODAY = date(2026, 11, 23)
SAFETY = "veiligheid"
SIZE = (118, 90)
EVERY = pytest.mark.parametrize("talk", TALKS, ids=[talk["title"] for talk in TALKS])


class Json:
    """A talk in lines of JSON, which keeps what was typed and asked."""

    def __init__(self, facts: Mapping[str, str]) -> None:
        self.typed: list[str] = []
        self.asked: list[str] = []
        self.told: list[str] = []
        self.reply: dict[str, Any] = {}
        self.state: Any = None
        self._send(facts=whole_guide().scheme.settled(facts), date=TODAY.isoformat())

    def _send(self, **request: Any) -> None:
        found = answered(whole_guide(), json.dumps(request).encode())
        self.reply = json.loads(json.dumps(found))
        assert "error" not in self.reply, self.reply
        self.state = self.reply["state"]
        self.told += [part["text"] for part in self.reply["said"] if part["part"] == "words"]
        asked = self.reply["asked"]
        self.asked.append((asked["fact"] or asked["step"]) if asked else "")

    def tell(self, line: str) -> None:
        self.typed.append(line)
        self._send(state=self.state, tell=line)

    def choose(self, choice: str) -> None:
        options = {each["choice"]: each for each in self.reply["asked"]["options"]}
        self.typed.append(options[choice]["key"])
        self._send(state=self.state, pick=[options[choice]["key"]])

    def safe(self) -> None:
        """Answer the question about safety, wherever it comes."""
        while self.asked[-1] == SAFETY:
            self.choose("nee")

    @property
    def filled(self) -> set[str]:
        """What was answered before it was asked."""
        return {each["fact"] or each["step"] for each in self.reply["talk"] if each["from_said"]}


def walked(talk: Mapping[str, Any]) -> Json:
    """The talk as it goes, with a look at every question."""
    face = Json(talk["facts"])
    face.tell(talk["first"])
    face.safe()
    face.choose(talk["signal"])
    face.safe()
    for each in talk["asked"]:
        ((asked, choice),) = each.items()
        assert face.asked[-1] == asked
        face.choose(choice)
        face.safe()
    return face


@EVERY
def test_what_was_said_is_filled_in_and_not_asked(talk: dict[str, Any]) -> None:
    face = walked(talk)
    assert not set(talk["said"]) & set(face.asked[1:])
    notes = [note for each in face.reply["talk"] for note in each["notes"]]
    opening = " ".join((*notes, *face.told))
    labels = {name: whole_guide().facts.get(name) for name in talk["said"]}
    # The place says in which region it is.
    known = face.state["now"]["legs"][-1]["answers"]["facts"]
    named = {"regio"} if "gemeente" in known else set()
    for name in set(talk["said"]) - face.filled - named:
        text = labels[name]
        assert text, name
        value = known[name]
        assert (text.choices[value].short or text.choices[value].label) in opening


@EVERY
async def test_the_other_faces_hold_the_same_talk(
    talk: dict[str, Any], guide: Callable[..., Guide]
) -> None:
    face = walked(talk)
    facts = whole_guide().scheme.settled(talk["facts"])
    out = io.StringIO()
    lines = Lines(io.StringIO("".join(f"{each}\n" for each in face.typed[1:])), out)
    course = Course.begin(whole_guide(), TODAY, facts)
    session = Session(lines, course)
    session.run(course.tell(face.typed[0]))
    app = guide(veiligheid="")
    app._talk = Course.begin(whole_guide(), TODAY, facts).talk
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for line in face.typed:
            app.screen.query_one(Prompt).value = line
            await pilot.press("enter")
            await pilot.pause()
        painted = screen_as_text(app)
        shown: Course = app.screen.course  # type: ignore[attr-defined]
    answers = face.state["now"]["legs"][-1]["answers"]["steps"]
    for other in (session.course, shown):
        steps = [(each.step, list(each.choices)) for each in other.talk.answers.steps]
        assert steps == [(each["step"], each["choices"]) for each in answers]
        said = {each.fact or each.step for each in other.exchanges if each.from_said}
        assert said == face.filled
    assert "Uit wat je zei" in out.getvalue()
    assert FROM_SAID_NOTE in painted or "Uit wat je zei" in painted
