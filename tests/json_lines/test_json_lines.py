"""The conversation in lines of JSON: every walk, every request, and what cannot be."""

import io
import json
from pathlib import Path

import pytest

from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.export import advice
from routeboek_tui.json_lines import talking
from routeboek_tui.library.content import Library
from tests.json_lines.talk import SICK, Talk
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import (
    SAFE,
    TODAY,
    Walk,
    as_typed,
    first_facts,
    of_each_kind,
    walked,
    walks,
)

# Walks


@each_row("walk", of_each_kind(), ids=lambda walk: walk.id)
def test_a_walk_in_json_is_the_walk(walk: Walk) -> None:
    talk = Talk(guide(), route=walk.route, facts=first_facts(walk))
    expected = walked(guide(), walk)
    for line in as_typed(guide(), walk):
        talk.ask(hear=line)
        if talk.reply["asked"] and talk.reply["asked"]["text"] == f"Wat bedoel je met {line}?":
            talk.ask(pick=["1"])  # the answer, not the count
    if walk.route == TRIAGE and expected.trail.door:
        assert talk.reply["advice"]["route"] == expected.jump().flow.id
        return
    found = talk.reply["advice"]
    passed = [visit.step for visit in expected.trail.main.visits]
    assert [step["step"] for step in found["passed"]] == passed
    assert found["advice"] == json.loads(json.dumps(advice.walk(expected)))["advice"]
    assert found["letters"] == [letter.id for letter in expected.letters]


def test_every_route_has_a_walk_here() -> None:
    assert {walk.route for walk in walks()} >= {
        flow.route for flow in guide().flows.values() if not guide().older(flow, TODAY)
    }


# Requests


def test_a_talk_begins_with_what_is_known() -> None:
    talk = Talk(
        guide(),
        route="ziekteverzuim",
        facts={"gemeente": "den_haag", "sector": "vo", "geboortedatum": "2012-03-04"},
    )
    assert talk.reply["advice"]["facts"]["regio"] == "haaglanden"
    assert talk.reply["advice"]["facts"]["leeftijd"] == "vanaf_12"
    assert talk.reply["asked"]["fact"] == "veiligheid"
    assert talk.reply["manner"] == "aloud"


def test_a_state_alone_shows_where_the_talk_stands(sick: Talk) -> None:
    before = sick.reply
    assert sick.ask() == before


def test_undoing_goes_back_and_then_leaves(sick: Talk) -> None:
    asked = sick.reply["asked"]
    sick.ask(hear="5 meldingen, 8 dagen")
    assert sick.reply["asked"] != asked
    sick.ask(do="undo")
    assert sick.reply["asked"] == asked
    assert not sick.reply["left"]
    assert sick.ask(do="undo")["left"]


def test_restarting_asks_first_and_leaves_nothing(sick: Talk) -> None:
    sick.ask(hear="hij is 5 keer ziek gemeld, samen 8 dagen")
    sick.ask(hear="wat is een JES?")
    letter = sick.reply["advice"]["letters"][0]
    field = guide().letters[letter].fields[0]
    sick.ask(letter=letter, values={field: "Jip Zonnebloem"})
    assert "Jip Zonnebloem" in json.dumps(sick.state)
    sick.ask(do="restart")
    assert sick.reply["asked"]["beside_route"]
    sick.ask(pick=["1"])
    kept = json.dumps(sick.state)
    for word in ("Jip Zonnebloem", "samen 8 dagen", "JES", "meldingen"):
        assert word not in kept
    assert not any(each["said"] or each["asides"] for each in sick.reply["talk"])


def test_stopping_leaves_no_state(sick: Talk) -> None:
    assert sick.ask(do="stop")["stopped"]
    assert sick.state is None


def test_a_change_comes_with_its_bill(sick: Talk) -> None:
    for line in ("5 meldingen, 8 dagen", "1", "1"):
        sick.ask(hear=line)
    steps = [each for each in sick.reply["talk"] if each["step"]]
    sick.ask(change={"step": steps[0]["step"], "visit": steps[0]["visit"]})
    assert sick.reply["asked"]["beside_route"]
    sick.ask(pick=[sick.options["nee"]])
    remarks = [each["text"] for each in sick.reply["asked"]["remarks"]]
    assert remarks[0] == "Dit verandert er:"
    sick.ask(hear="ja")
    assert sick.words == "Gewijzigd."
    assert ["nee"] in [step["choices"] for step in sick.reply["advice"]["passed"]]
    assert sick.ask(change={})["asked"]["text"] == "Wat wil je wijzigen?"


def test_a_fact_the_route_fixes_is_not_changed() -> None:
    talk = Talk(guide(), route="met_schoolinschrijving_po", facts={**SAFE})
    talk.ask(change={"fact": "sector"})
    assert "alleen voor het PO" in talk.words


def test_what_is_told_leads_to_a_route() -> None:
    talk = Talk(
        guide(), facts={**SAFE, "gemeente": "den_haag", "sector": "vo"},
        tell="steeds op maandag ziek",
    )  # fmt: skip
    assert talk.reply["asked"]["default"] == "1"
    assert talk.reply["asked"]["options"][0]["notes"]
    talk.ask(hear="")
    assert talk.reply["advice"]["route"] == "ziekteverzuim"
    assert talk.reply["talk"][0]["own"] == "steeds op maandag ziek"
    talk.ask(do="undo")
    assert talk.reply["advice"]["route"] == TRIAGE


def test_danger_goes_first_and_the_rest_is_not_lost(sick: Talk) -> None:
    sick.ask(hear="ze wordt thuis geslagen, en 5 meldingen 8 dagen")
    assert sick.reply["asked"]["fact"] == "veiligheid"
    sick.ask(pick=[sick.options["gevaar"]])
    assert sick.reply["advice"]["safety"]["dangers"] == ["geweld_thuis"]
    assert sick.reply["advice"]["advice"]["now"][0]["visit"] == 0


def test_others_watching_is_not_undone(sick: Talk) -> None:
    sick.ask(hear="5 meldingen, 8 dagen")
    sick.ask(do="quiet")
    sick.ask(do="undo")
    assert sick.reply["manner"] == "quiet"
    sick.ask(hear="ze wordt thuis geslagen")
    assert sick.reply["sign"]
    assert sick.ask(do="aloud")["asked"]["fact"] == "veiligheid"


def test_a_question_in_between_is_answered_and_the_talk_stays(sick: Talk) -> None:
    asked = sick.reply["asked"]
    sick.ask(hear="wat is een JES?")
    assert sick.reply["said"][0]["part"] == "passage"
    assert sick.reply["said"][0]["place"] == "boek:jes"
    assert sick.reply["asked"] == asked
    sick.ask(hear="5 meldingen, 8 dagen")
    (aside,) = [aside for each in sick.reply["talk"] for aside in each["asides"]]
    assert (aside["typed"], aside["places"][0]["place"]) == ("wat is een JES?", "boek:jes")


def test_a_place_is_picked_by_its_mark_a_line_later(sick: Talk) -> None:
    sick.ask(hear="hoe werkt dat met kosten?")
    places = sick.reply["said"][0]["places"]
    sick.ask(hear=places[1]["mark"])
    assert sick.reply["said"][0]["part"] == "passage"
    sick.ask(look="boek:mdo")
    assert sick.reply["said"][0]["title"]
    sick.ask(look="boek:bestaat-niet")
    assert "Die plek is er niet" in sick.words


def test_a_number_that_can_be_two_things_is_asked() -> None:
    talk = Talk(guide(), route="met_schoolinschrijving_vo", facts={**SAFE, "sector": "vo"})
    for _ in range(30):
        if talk.reply["asked"]["policy"] == "zestien_uur":
            break
        talk.ask(pick=["1"])
    talk.ask(hear="2")
    assert talk.reply["asked"]["text"] == "Wat bedoel je met 2?"
    step = talk.reply["advice"]["ask"]["step"]
    talk.ask(hear="2")
    talk.ask(do="undo")
    assert talk.reply["advice"]["ask"]["step"] == step


# Letters and views


LETTER = "invulhulp-ziekteverzuimbegeleiding"


def makes(walk: Walk, letter: str) -> bool:
    return any(each.id == letter for each in walked(guide(), walk).letters)


def test_a_letter_is_filled_in_and_saved_only_when_asked(tmp_path: Path) -> None:
    walk = next(walk for walk in walks() if walk.route != TRIAGE and makes(walk, LETTER))
    sick = Talk(guide(), route=walk.route, facts=first_facts(walk))
    for line in as_typed(guide(), walk):
        sick.ask(hear=line)
    letter = LETTER
    draft = sick.ask(letter=letter)["letter"]
    assert draft["refusal"]["words"].startswith("Vul dit eerst in")
    file = tmp_path / "brief.md"
    reply = sick.refused(state=sick.state, letter=letter, save=str(file))
    assert reply["error"] == draft["refusal"]["words"]
    assert not file.exists()
    typed = {"date": "3-3-2026", "count": "3"}
    values = {field["name"]: typed.get(field["type"], "x") for field in draft["fields"]}
    draft = sick.ask(letter=letter, values=values)["letter"]
    assert draft["refusal"] is None
    assert not any(field["fault"] or field["missing"] for field in draft["fields"])
    sick.ask(letter=letter, save=str(file))
    assert sick.words.startswith("Bewaard: ")
    assert file.read_text(encoding="utf-8") == draft["text"]
    assert "Er is al een bestand" in sick.refused(
        state=sick.state, letter=letter, save=str(file)
    )["error"]  # fmt: skip
    sick.ask(letter=letter, save=str(file), overwrite=True)


def test_a_letter_that_does_not_exist_yet_says_why(sick: Talk) -> None:
    locked = [each for each in sick.ask(view="letters")["opened"]["shows"] if each["locked"]]
    draft = sick.ask(letter=locked[0]["letter"])["letter"]
    assert draft == locked[0]


@pytest.mark.parametrize("letter", sorted(guide().letters))
def test_every_letter_can_be_asked_for(sick: Talk, letter: str) -> None:
    assert sick.ask(letter=letter)["letter"]["title"] == guide().letters[letter].title


@pytest.mark.parametrize("view", list(talking.View))
def test_every_view_can_be_opened(sick: Talk, view: str) -> None:
    sick.ask(hear="5 meldingen, 8 dagen")
    named = {"name": "sheet"} if view == "paper" else {}
    opened = sick.ask(view=view, **named)["opened"]
    assert opened["view"] == view
    elsewhere = {"advice", "letter", "source", "what_if", "question", "compare", "search"}
    elsewhere |= {"meeting", "hide", "practice"}
    assert (opened["shows"] is None) == (view in elsewhere)


def test_a_word_that_opens_a_view_opens_it(sick: Talk) -> None:
    assert sick.ask(hear="kaart")["opened"] == sick.ask(view="map")["opened"]
    found = sick.ask(hear="zoek jes")["opened"]
    assert found["shows"]["part"] in {"passage", "places"}
    assert sick.ask(view="book", name="boek:mdo")["opened"]["shows"]["part"] == "passage"


def test_the_drawn_map_comes_in_words(library: Library) -> None:
    talk = Talk(library, **SICK)
    shown = talk.ask(hear="tekening")["opened"]
    assert shown["view"] == "drawing"
    steps = library.flows["ziekteverzuim"].steps
    assert [box["step"] for box in shown["shows"]["boxes"]] == list(steps)
    assert len(shown["shows"]["arrows"]) == sum(len([*step.ways()]) for step in steps.values())
    assert shown["shows"]["joins"]


# What cannot be


LINES = {
    b"": "geen JSON",
    b"{": "geen JSON",
    b'{"hear": NaN}': "geen JSON",
    b'{"hear": "\\ud800"}': "geen JSON",
    b'{"hear": "\xff"}': "geen JSON",
    b"[" * 100_000: "geen JSON",
    b'{"facts":' * 5000 + b"1" + b"}" * 5000: "geen JSON",
    b"[]": "geen object",
    b"3": "geen object",
    b'{"hoor": "ja"}': "Kies uit: hear",
    b'{"hear": "ja", "pick": ["1"]}': "Vraag één ding per regel",
    b'{"hear": 3}': "Daar hoort tekst",
    b'{"pick": "1"}': "Daar hoort een lijst",
    b'{"confirm": true}': "hoort bij",
    b'{"letter": "x", "confirm": "ja"}': "true of false",
    b'{"change": {"stap": "x"}}': "Dit kan daar niet staan",
    b'{"do": "weg"}': "Kies uit: undo",
    b'{"view": "weg"}': "Kies uit: advice",
    b'{"letter": "weg"}': "bestaat hier niet",
    b'{"route": "ziekteverzuin"}': "ziekteverzuim",
    b'{"facts": {"sectr": "po"}}': "Bedoel je",
    b'{"facts": {"sector": "pvo"}}': "kan niet",
    b'{"facts": {"geboortedatum": "gisteren"}}': "geen dag",
    b'{"facts": {"geboortedatum": "2090-01-01"}}': "toekomst",
    b'{"date": "3-3-2026"}': "Daar hoort een dag",
    b'{"date": "9999-12-31"}': "2100",
    b'{"manner": "hard"}': "Dit kan daar niet staan",
    b'{"state": {}}': "Dit kan daar niet staan",
    b'{"state": {"version": 1}, "route": "triage"}': "Laat \u201cstate\u201d weg",
}  # fmt: skip


@each_row("line", LINES, ids=lambda line: repr(line[:40]))
def test_a_line_that_cannot_be_is_refused_and_the_next_one_works(line: bytes) -> None:
    out = io.StringIO()
    talking.talk(guide(), io.BytesIO(line + b"\n" + json.dumps(SICK).encode() + b"\r\n"), out)
    refused, replied = map(json.loads, out.getvalue().splitlines())
    assert LINES[line] in refused["error"]
    assert set(refused) == {"version", "error", "at"}
    assert replied["asked"]


def test_a_line_without_end_is_refused_and_the_next_one_works() -> None:
    out = io.StringIO()
    long = json.dumps({"hear": "x" * 10_000_000}).encode()
    talking.talk(guide(), io.BytesIO(long + b"\n" + json.dumps(SICK).encode()), out)
    refused, replied = map(json.loads, out.getvalue().splitlines())
    assert "te lang" in refused["error"]
    assert replied["asked"]


def test_a_reply_is_one_line_whatever_was_typed(sick: Talk) -> None:
    sick.ask(hear="ziek\u2028\x85\nen \x1b[31mrood\x00")
    out = io.StringIO()
    talking.talk(guide(), io.BytesIO(json.dumps({"state": sick.state}).encode()), out)
    assert out.getvalue().count("\n") == 1
