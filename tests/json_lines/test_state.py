"""The state: whatever happens, going on from it is going on with the talk; and no state harms."""

import io
import json
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from routeboek_tui.conversation.triage.contradiction import strange_to
from routeboek_tui.core.safety import Manner
from routeboek_tui.course import state as states
from routeboek_tui.course.course import Course
from routeboek_tui.course.state import begun
from routeboek_tui.course.unfit import Unfit
from routeboek_tui.export.file import ExportError
from routeboek_tui.json_lines import replies, talking
from routeboek_tui.json_lines.requests import Request, read
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY, as_typed, first_facts, of_each_kind, walked, walks

ROUTES = ("triage", "ziekteverzuim", "met_schoolinschrijving_vo", "noord_kennemerland")
LINES = (
    "", "ja", "nee", "1", "2", "2 en 3", "16 uur", "weet ik niet", "?", "5 meldingen, 8 dagen",
    "steeds op maandag ziek", "hij komt al weken niet", "ze wordt thuis geslagen",
    "ik heb Veilig Thuis gebeld", "wat is een JES?", "wat als ouders niet willen tekenen?",
    "wie betaalt dat?", "a", "b", "terug", "opnieuw", "stop", "wijzig", "wijzig 1", "kaart",
    "brief 1", "brieven", "anderen kijken mee", "ik ben alleen", "veiligheid", "3-3-2012",
    "meer dan 16 uur", "te laat", "zoek schorsing", "{{ 7*7 }}", "\x1b[31mrood", "x" * 2000,
)  # fmt: skip
TOLD = (
    "ze is nu vier weken ziek thuis", "ziek sinds 2 november 2026",
    "al 9 schooldagen achter elkaar ziek",
    "5 ziekmeldingen, 12 dagen ziek dit jaar", "ziek op 3, 10 en 17 september 2026",
    "vier keer ziek in 8 weken, met een week vakantie ertussen", "20 dagdelen achter elkaar ziek",
    "18 uur gespijbeld in vier weken", "gespijbeld op 5 oktober 2026, 7 uur", "9 keer te laat",
    "sinds 12 oktober 2026 niet op school", "geboren op 3-3-2012 en nergens ingeschreven",
    "jongen van 15 staat nergens ingeschreven", "op 1 oktober 2026 in Nederland aangekomen",
    "zit al vier weken thuis", "aangemeld op 12 oktober 2026", "geschorst op 16 november 2026",
    "12 weken thuis", "moeder vraagt verlof voor 10 dagen", "drie maanden ziek thuis",
)  # fmt: skip
TOLD_IN = (
    {"regio": "haaglanden", "gemeente": "den_haag", "sector": "po"},
    {"regio": "haaglanden", "gemeente": "rijswijk", "sector": "vo"},
    {"regio": "noord_kennemerland", "sector": "po"},
)
PLACES = ("boek:mdo", "stap:drempel", "tafel:mdo/eerst", "brief:x", "x", "", "feit:sector")
LETTERS = tuple(guide().letters)
NAMES = (*states.State.__struct_fields__, "since")
NAMED = {"paper": {"name": "sheet"}}

ACTS = st.one_of(
    st.builds(lambda line: {"hear": line}, st.sampled_from(LINES)),
    st.builds(lambda key: {"pick": [key]}, st.sampled_from("1234")),
    st.builds(lambda key: {"pick": [key]}, st.sampled_from("1234")),
    st.builds(lambda line: {"tell": line}, st.sampled_from(LINES)),
    st.builds(
        lambda deed: {"do": deed},
        st.sampled_from(("undo", "restart", "stop", "safety", "quiet", "aloud")),
    ),
    st.builds(lambda fact: {"change": {"fact": fact}}, st.sampled_from(("sector", "leeftijd", ""))),
    st.builds(lambda place: {"look": place}, st.sampled_from(PLACES)),
    st.builds(
        lambda letter, typed: {
            "letter": letter,
            "values": dict.fromkeys(guide().letters[letter].fields[:2], typed),
        },
        st.sampled_from(LETTERS),
        st.sampled_from(("", "Jip", "31-2-2026")),
    ),
    st.builds(lambda view: {"view": view, **NAMED.get(view, {})}, st.sampled_from([*talking.View])),
    st.builds(lambda line: {"meeting": line}, st.sampled_from((*LINES, "verder", "lijst", "plan"))),
)


def _replied(state: Any, act: dict[str, Any], **begin: Any) -> dict[str, Any]:
    line = json.dumps({"state": state, **begin, **act} if state else {**begin, **act})
    found = talking.answered(guide(), line.encode())
    replied: dict[str, Any] = json.loads(json.dumps(found))
    assert "niemand verwachtte" not in replied.get("error", ""), (act, replied)
    return replied


def _held(course: Course, request: Request) -> dict[str, Any]:
    """What the course itself comes to, without a state."""
    said = talking.act(course, request)
    found: dict[str, Any] = json.loads(json.dumps(replies.reply(course, said)))
    return found


@settings(max_examples=30)
@given(
    st.sampled_from(ROUTES),
    st.sampled_from(({}, SAFE, {**SAFE, "sector": "vo", "gemeente": "den_haag"})),
    st.lists(ACTS, max_size=14),
)
def test_going_on_from_the_state_is_going_on_with_the_talk(
    route: str, facts: dict[str, str], acts: list[dict[str, Any]]
) -> None:
    assume(not [*strange_to(guide(), facts, guide().named(route, TODAY))])
    course = begun(guide(), TODAY, facts, route, Manner.ALOUD)
    reply = _replied(None, {}, route=route, facts=facts, date=TODAY.isoformat())
    for act in acts:
        held = _held(course, read(json.dumps(act).encode()))
        reply = _replied(reply["state"], act)
        assert {name: reply[name] for name in held} == held, act
        if reply["stopped"]:
            break


def test_what_was_told_of_any_kind_is_taken_back_with_the_state() -> None:
    refused = {}
    for line, place in zip(TOLD, cycle(TOLD_IN), strict=False):
        reply = _replied(None, {"tell": line}, facts=place, date=TODAY.isoformat())
        for act in ({"pick": ["1"]}, {"pick": ["3"]}, {"hear": "wat is een MDO?"}):
            reply = _replied(reply["state"], act)
            if "error" in reply:
                refused[line] = reply["error"]
                break
    assert not refused


@each_row("walk", of_each_kind(), ids=lambda walk: walk.id)
def test_everything_is_undone_step_by_step(walk: Any) -> None:
    seen = [_replied(None, {}, route=walk.route, facts=first_facts(walk), date=TODAY.isoformat())]
    for line in as_typed(guide(), walk):
        reply = _replied(seen[-1]["state"], {"hear": line})
        if reply["asked"] and reply["asked"]["beside_route"]:
            reply = _replied(reply["state"], {"pick": ["1"]})
        # Who waits for somebody and says so, has answered nothing: there is nothing to undo.
        if reply["state"] != seen[-1]["state"]:
            seen.append(reply)
    reply = seen.pop()
    for before in reversed(seen):
        reply = _replied(reply["state"], {"do": "undo"})
        assert reply["asked"] == before["asked"]
        assert reply["advice"] == before["advice"]
        assert reply["talk"] == before["talk"]
    assert _replied(reply["state"], {"do": "undo"})["left"]


# What comes from outside

MEETING = (
    "2",
    "",
    "verder",
    "1 goed",
    "verder",
    "1",
    "verder",
    "verder",
    "1",
    "school: belt, 3-12",
)
"""A meeting with something in most of its parts."""


@cache
def _rich() -> dict[str, Any]:
    """A state with something in each of its names."""
    facts = {"gemeente": "den_haag", "sector": "vo", "geboortedatum": "2012-03-04"}
    acts = (
        {"tell": "steeds op maandag ziek, en daarnaast spijbelt hij"}, {"pick": ["1"]},
        {"pick": ["3"]}, {"hear": ""},
        {"hear": "wie betaalt dat?"}, {"hear": "5 meldingen"}, {"hear": "8 dagen op 9-3-2026"},
        {"hear": "ze snijdt zichzelf"}, {"pick": ["1"]}, {"hear": "ik heb 112 gebeld"},
        {"hear": "wat is een JES?"}, {"do": "safety"},
        *({"meeting": line} for line in MEETING), {"hear": "hoe werkt dat met kosten?"},
    )  # fmt: skip
    reply = _replied(None, {}, facts=facts, date=TODAY.isoformat())
    for act in acts:
        reply = _replied(reply["state"], act)
    letter = reply["advice"]["letters"][0]
    field = guide().letters[letter].fields[0]
    reply = _replied(reply["state"], {"letter": letter, "values": {field: "Jip"}})
    found: dict[str, Any] = _replied(reply["state"], {"hear": "wijzig"})["state"]
    return found


@cache
def _through_a_door() -> dict[str, Any]:
    """A state of a talk that went on along another route."""
    walk = next(
        each for each in walks() if each.route == "triage" and walked(guide(), each).trail.door
    )
    reply = _replied(None, {}, facts=first_facts(walk), date=TODAY.isoformat())
    for line in as_typed(guide(), walk):
        reply = _replied(reply["state"], {"hear": line})
    found: dict[str, Any] = reply["state"]
    return found


def _spots(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield at
    if isinstance(value, dict):
        for name, held in value.items():
            yield from _spots(held, (*at, name))
    elif isinstance(value, list):
        for number, held in enumerate(value):
            yield from _spots(held, (*at, number))


@cache
def _all_spots() -> list[tuple[dict[str, Any], tuple[Any, ...]]]:
    return [(state, spot) for state in (_rich(), _through_a_door()) for spot in _spots(state)]


JUNK = (
    None, True, -1, 0, 10**30, 1.5, "", "x", "\u202e{{7*7}}", "x" * 5000, [], {}, [[]], {"x": "y"},
    "9999-12-31", "0001-01-01", "2026-03-13", "ziekteverzuim", "drempel", ["ja", "nee"], [None],
    "?", "nee", "bekend",
)  # fmt: skip


def _with(value: Any, spot: tuple[Any, ...], junk: Any) -> Any:
    if not spot:
        return junk
    first, *rest = spot
    changed = dict(value) if isinstance(value, dict) else list(value)
    changed[first] = _with(value[first], tuple(rest), junk)
    return changed


def test_the_state_to_spoil_has_everything() -> None:
    rich = _rich()
    assert set(rich) == {*NAMES}
    assert [name for name in rich if not rich[name]] == []
    for name in ("own", "at", "opening", "legs"):
        assert rich["now"][name], name
    assert len(_through_a_door()["now"]["legs"]) > 1


@settings(max_examples=100)
@given(st.deferred(lambda: st.sampled_from(_all_spots())), st.sampled_from(JUNK), ACTS)
def test_no_spoilt_state_does_more_than_be_refused(
    place: tuple[dict[str, Any], tuple[Any, ...]], junk: Any, act: dict[str, Any]
) -> None:
    spoilt = _with(*place, junk)
    reply = _replied(spoilt, act) if spoilt else {}
    if reply.get("state"):
        assert "error" not in _replied(reply["state"], {})


@settings(max_examples=100)
@given(st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=20)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from((*NAMES, "legs", "flow", "answers", "steps", "hear", "pick", "x")), inner
    ),
))  # fmt: skip
def test_no_json_at_all_does_more_than_be_refused(junk: Any) -> None:
    _replied(None, {"state": junk})
    line = json.dumps(junk).encode()
    assert "niemand" not in talking.answered(guide(), line).get("error", "")


WRONG = {
    ("version",): (2, "versie 2"),
    ("today",): ("1999-01-01", "2000"),
    ("now", "legs", 0, "flow"): ("weg", "bestaat hier niet"),
    ("now", "legs", 0, "answers", "facts"): ({"sectr": "po"}, "Bedoel je"),
    ("now", "legs", 0, "answers", "steps", 0, "step"): ("weg", "bestaat hier niet"),
    ("now", "legs", 0, "answers", "steps", 0, "given"): ({"weg": "3"}, "rekenen wij niet"),
    ("now", "legs", 0, "answers", "steps", 0, "on"): ("2027-01-01", "toekomst"),
    ("now", "legs", 0, "answers", "birth_date"): ("1900-01-01", "30 jaar"),
    ("now", "legs"): ([], "geen route"),
    ("values",): ({"weg": "x"}, "bestaat hier niet"),
    ("before",): ([{"legs": []}] * 201, "te veel"),
    ("since",): ([{"hear": "x"}] * 201, "kan daar niet"),
}


@each_row("spot", WRONG, ids=lambda spot: ".".join(map(str, spot)))
def test_what_is_wrong_in_a_state_is_told_with_its_place(spot: tuple[Any, ...]) -> None:
    junk, said = WRONG[spot]
    reply = _replied(_with(_rich(), spot, junk), {})
    assert said in reply["error"]
    assert reply["at"].startswith("state")
    assert str(spot[0]) in reply["at"] or spot[0] == "before"


def test_a_fact_that_is_a_date_begins_with_its_day() -> None:
    fact = sorted(guide().scheme.dates)[0]
    course = begun(guide(), TODAY, {fact: "2026-02-03"}, "", Manner.ALOUD)
    assert str(course.talk.answers.dates[fact]) == "2026-02-03"
    with pytest.raises(Unfit):
        begun(guide(), TODAY, {fact: "bekend"}, "", Manner.ALOUD)


def test_nothing_is_written_but_what_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise ExportError("er werd geschreven")

    monkeypatch.setattr("routeboek_tui.export.formats.write", refuse)
    out = io.StringIO()
    talking.talk(guide(), io.BytesIO(json.dumps({"state": _rich(), "hear": "ja"}).encode()), out)
    assert "error" not in json.loads(out.getvalue())
