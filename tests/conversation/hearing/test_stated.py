"""What answers a question of a route before it is asked, as a table, and what does not."""

import re
from datetime import date
from functools import cache

from routeboek_tui.conversation.hearing.told import told, told_at
from routeboek_tui.core.flow import Step
from routeboek_tui.core.replay import among, valid
from tests.conversation.hearing.test_told import table
from tests.known import guide
from tests.rows import each_row

TODAY = date(2026, 11, 23)
LIBRARY = guide()
ROWS = table("stated.tsv")
SAID = [(each, row[1], row[2]) for row in ROWS if row[0][0] != "!" for each in row[0].split()]
NOT_SAID = [(row[0][1:], row[1], row[2]) for row in ROWS if row[0][0] == "!"]

ENOUGH = 0.95
"""Of the answers in the table that are told by their sentence."""

LATER = {
    "blijven_volgen", "blijven_registreren", "preventie_loopt_door_vo", "ingeschreven_op_school",
    "nog_niet_leerplichtig", "niet_geregistreerd", "onder_de_grens_nk", "mdo_bijstellen_nk",
}  # fmt: skip
"""Steps at which the walk is done for now: what is answered there has yet to happen."""

YET_TO_COME = {f"te_laat_{number}=vaker" for number in (3, 6, 9, 12)}
"""Answers that say that the count went on after what was to be done."""

COUNTED = {"zestien_uur", "zorgwekkend_ziekteverzuim", "ziekteverzuim_nk", "te_laat",
           "leerplichtig", "nieuwkomer", "langdurig"}  # fmt: skip
"""Policies whose steps are answered by what is counted (told.tsv)."""

FRAMES = (
    "Vorig schooljaar: {}", "Bij zijn broer was het zo: {}", "Haar zus: {}", "Als {}",
    "Wat als {}", "Stel dat {}", "Misschien {}", "Op de vorige school: {}",
)  # fmt: skip
"""What makes of any sentence one that says nothing of this pupil now."""

PARTED = re.compile(r",| en | maar | want | terwijl |:")


def steps() -> dict[str, list[Step]]:
    """Every step with choices, of each edition."""
    found: dict[str, list[Step]] = {}
    for flow in LIBRARY.flows.values():
        for step in flow.steps.values():
            if step.choices:
                found.setdefault(step.id, []).append(step)
    return found


STEPS = steps()


@cache
def heard(sentence: str, door: str) -> dict[str, tuple[str, ...]]:
    """What a first line says, where one comes in by a door."""
    if door == "-":
        return dict(told(sentence, LIBRARY, {}, TODAY).choices)
    doors = {edge.to.partition("/")[2] for edge in LIBRARY.signals[door].goto}
    return dict(told_at(sentence, LIBRARY, doors, TODAY).choices)


def filled(answer: str, door: str, sentence: str) -> bool:
    """Whether a sentence gives this answer, in an edition that asks it so."""
    name, _, choice = answer.partition("=")
    taken = heard(sentence, door).get(name, ())
    return any(among(step, taken) == (choice,) for step in STEPS[name])


def test_nearly_everything_that_is_said_is_heard() -> None:
    missed = [row for row in SAID if not filled(*row)]
    assert len(missed) <= len(SAID) * (1 - ENOUGH), missed


def test_nothing_is_heard_otherwise_than_it_was_said() -> None:
    for answer, door, sentence in SAID:
        name = answer.partition("=")[0]
        taken = heard(sentence, door).get(name, ())
        assert not taken or filled(answer, door, sentence), (sentence, name, taken)


@each_row(("name", "door", "sentence"), NOT_SAID, ids=[r[2] for r in NOT_SAID])
def test_what_does_not_answer_it_is_not_heard(name: str, door: str, sentence: str) -> None:
    assert name not in heard(sentence, door)


def test_of_another_of_the_past_or_supposed_it_says_nothing() -> None:
    """Every sentence in two frames that lie apart, and every frame round a quarter of them."""
    half = len(FRAMES) // 2
    for number, (answer, door, sentence) in enumerate(SAID):
        for frame in FRAMES[number % half :: half]:
            said = frame.format(sentence[0].lower() + sentence[1:])
            assert answer.partition("=")[0] not in heard(said, door), said


def test_what_is_asked_says_nothing() -> None:
    for answer, door, sentence in SAID:
        asked = f"{sentence.rstrip('.')}?"
        if not PARTED.search(asked):
            assert answer.partition("=")[0] not in heard(asked, door), asked


def test_every_question_has_ways_to_answer_it_and_one_that_does_not() -> None:
    said = {row[0] for row in SAID}
    denied = {row[0] for row in NOT_SAID}
    counted = {name for name, of in STEPS.items() if of[0].policy in COUNTED}
    for name, of in STEPS.items():
        if name in LATER | counted | {"signaal_vo"}:
            continue
        lacking = {
            choice.id
            for step in of
            for choice in step.choices
            if not choice.parallel and f"{name}={choice.id}" not in said | YET_TO_COME
        }
        assert not lacking, (name, lacking)
        assert name in denied, name


def test_what_has_yet_to_happen_is_never_answered_beforehand() -> None:
    told_of = {
        answer.removesuffix("!").partition("=")[0]
        for answers, _ in (*LIBRARY.language.stating.says, *LIBRARY.language.stating.here)
        for answer in answers.split()
    }
    assert not LATER & told_of


def test_an_answer_that_editions_ask_otherwise_fits_each_of_them() -> None:
    taken = heard("De regisseur heeft een oplossing.", "-")["regisseur_sociaal_domein"]
    for step in STEPS["regisseur_sociaal_domein"]:
        assert valid(step, among(step, taken))
