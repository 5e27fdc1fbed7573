"""What a letter says does not differ from what was answered on the way to it."""

import re

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.letter import TABLE
from routeboek_tui.core.safety import NONE, SAFETY
from routeboek_tui.course.letter.drafting import WHOLE, Drafting
from routeboek_tui.export import text
from tests.known import guide
from tests.letters.test_golden import VALUES
from tests.rows import each_row
from tests.walks_as_data import TODAY

FIRST = ("voor het eerst schorst", "dat er een eerste schorsing is")
BACK = ("weer in de les", "terugkomt in de les", "voeren met de ouders twee gesprekken")
GRANTED = ("Het geldt alleen voor de dagen", "Dit geldt alleen zolang")
REFUSED = ("toch weg", "U mag Sam wel")
SAID = {
    "schorsen_of_verwijderen.eerste_schorsing": (FIRST + BACK, ()),
    "schorsen_of_verwijderen.volgende_schorsing": (("alsnog weten", *BACK[:2]), FIRST),
    "schorsen_of_verwijderen.verwijderen": ((), FIRST + BACK),
    "verlof_directeur.toegekend": (GRANTED[:1], REFUSED),
    "verlof_directeur.afgewezen": (REFUSED[:1], GRANTED),
    "verlof_leerplicht.toegekend": (GRANTED[:1], REFUSED),
    "verlof_leerplicht.afgewezen": (REFUSED[:1], GRANTED),
    "uren_vijfjarige_nk.toegekend": (GRANTED[1:], REFUSED),
    "uren_vijfjarige_nk.afgewezen": (REFUSED[1:], GRANTED),
}
"""By answer: what stands in some letter that is made then, and what in none."""

CONDITIONS = ("Is het verlof toegekend", "Bij een eerste schorsing")


def letters_after(answer: str) -> str:
    """All letters that exist after the answer, with what the walk knows and examples beside."""
    step, _, choice = answer.partition(".")
    facts = {SAFETY: NONE, "leerplicht_begonnen": "ja", "meerderjarig": "nee", "sector": "po"}
    answers = Answers(facts=facts, start=step, steps=(Answer(step, choices=(choice,)),))
    talk = Conversation.at(guide(), guide().flows["noord_kennemerland"], answers, TODAY)
    found = []
    for letter in guide().letters.values():
        draft = Drafting(talk, letter, {})
        if not draft.locked:
            draft.values.update(
                {name: VALUES[name] for name in letter.fields if not draft.from_walk(name)}
            )
            found.append(" ".join(text.text(draft.composed().document).split()))
    return "\n".join(found)


@each_row("answer", SAID)
def test_a_letter_says_what_was_answered(answer: str) -> None:
    letters, (some, none) = letters_after(answer), SAID[answer]
    assert [said for said in some if said not in letters] == []
    assert [said for said in (*none, *CONDITIONS) if said in letters] == []


def test_who_sits_at_the_table_is_whole_for_who_reads_it_at_home() -> None:
    facts = {SAFETY: NONE, "sector": "po", "jgz": "den_haag"}
    talk = Conversation.at(
        guide(), guide().flows["ziekteverzuim"], Answers(facts=facts, start="mdo_jes"), TODAY
    )
    seats = {
        name: Drafting(talk, guide().letters[name], {}).value("overleg_deelnemers")
        for name in ("uitnodiging-overleg", "uitnodiging-overleg-partners")
        if "overleg_deelnemers" in guide().letters[name].fields
    }
    assert "jeugdgezondheidszorg (JGZ Den Haag)" in seats["uitnodiging-overleg"]


def test_every_seat_with_an_abbreviation_can_be_said_whole() -> None:
    table = {name for name, field in guide().fields.items() if field.walk == TABLE}
    for letter in guide().letters.values():
        if letter.to_home and table.intersection(letter.fields):
            steps = [
                f.steps[s] for f in guide().flows.values() for s in letter.steps if s in f.steps
            ]
            for actor in {seat.actor for step in steps for seat in step.table}:
                short = re.search("[A-Z]{2,}", guide().actors[actor].word)
                assert not short or f"{actor}{WHOLE}" in guide().words, (letter.id, actor)


DECIDED = ("besluit_verlof", "besluit_uren", "maatregel")


def test_every_choice_that_says_what_was_decided_knows_each_answer() -> None:
    for name in DECIDED:
        for option in guide().fields[name].options:
            assert option.walk, option.say
    for answer in SAID:
        step, _, choice = answer.partition(".")
        of_step = {
            shown
            for name in DECIDED
            for option in guide().fields[name].options
            for shown in option.walk
        }
        assert f"{step}.{choice}" in of_step
