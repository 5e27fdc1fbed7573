"""What the walk knows stands in a letter, on the day and with the age that it is about."""

from datetime import date, timedelta
from itertools import product

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.letter import PUPIL, TABLE
from routeboek_tui.core.said import Said
from routeboek_tui.course.course import Course
from routeboek_tui.course.letter.drafting import Drafting
from routeboek_tui.text import dates
from tests.course.talks import talk
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

PO = {**SAFE, "sector": "po", "gemeente": "den_haag", "regio": "haaglanden", "jgz": "den_haag"}


def draft(talked: Conversation, letter: str) -> Drafting:
    return Drafting(talked, guide().letters[letter], {})


def from_consent(*choices: tuple[str, ...], route: str = "ziekteverzuim") -> Conversation:
    """The sickness route from the question whether the family agrees to JGZ, with these answers."""
    answers = Answers(facts={**PO, "leeftijd": "onder_12"}, start="akkoord_jgz")
    found = Conversation.at(guide(), guide().flows[route], answers, TODAY)
    for each in choices:
        found = found.answered(each)
    return found


REFUSED, STAYED_AWAY = ("nee",), ("twee_keer_zonder_bericht",)


@pytest.mark.parametrize(
    ("choices", "reason"),
    [
        ([REFUSED], "weigert aanmelding JGZ"),
        ([("ja",), STAYED_AWAY], "niet verschenen bij JGZ"),
    ],
)
def test_the_reason_of_a_report_is_the_one_of_the_walk(
    choices: list[tuple[str, ...]], reason: str
) -> None:
    talked = from_consent(*choices)
    for letter in ("tekst-duo-melding", "mededeling-duo-melding", "uitnodiging-gesprek-leerplicht"):
        made = draft(talked, letter)
        assert not made.locked
        assert (made.value("reden_melding"), made.from_walk("reden_melding")) == (reason, True)
        assert made.fault("reden_melding") == ""


def test_a_letter_whose_ground_is_gone_is_gone_and_says_so() -> None:
    for letter, choices in {
        "toestemming-gegevens-delen": [REFUSED],
        "aanvraag-onderzoek-jgz": [("ja",), STAYED_AWAY],
    }.items():
        before, after = from_consent(*choices[:-1]), from_consent(*choices)
        assert not draft(before, letter).locked
        assert "De grond voor deze brief is weg" in draft(after, letter).locked


def test_a_ground_lost_on_another_route_is_lost_behind_its_door() -> None:
    answers = Answers(facts={**PO, "leeftijd": "onder_12"}, start="jgz_po")
    flow = guide().flows["met_schoolinschrijving_po"]
    asked = Conversation.at(guide(), flow, answers, TODAY)
    letter = "aanvraag-verzuimbegeleiding-jgz"
    assert not draft(asked, letter).locked
    behind = asked.answered(("weggebleven_bij_ziekte",)).jump()
    assert behind.flow.id == "ziekteverzuim"
    assert draft(behind, letter).locked


def test_counts_of_the_walk_stand_in_what_tells_of_the_absence() -> None:
    course = talk("ziekteverzuim", ["5 meldingen, 8 dagen"], **PO)
    made = course.draft("melding-samenwerkingsverband")
    assert made.value("reden_melding_swv") == "zorgwekkend ziekteverzuim"
    told = made.value("verzuim_overzicht")
    assert "aantal ziekmeldingen: 5" in told


def test_the_last_count_alone_is_told() -> None:
    heard = ["relatief verzuim", "18 uur", "12 of ouder", "1"]
    course: Course = talk("noord_kennemerland", heard, **SAFE)
    made = course.draft("mededeling-verzuimmelding")
    assert not made.locked
    assert made.value("verzuim_overzicht") == "lesuren ongeoorloofd afwezig in vier weken: 18"
    assert made.value("soort_verzuimmelding") == "wettelijk verzuim (16 uur in vier weken)"


def at_table() -> Conversation:
    facts = {**SAFE, "sector": "vo", "gemeente": "den_haag", "regio": "haaglanden"}
    answers = Answers(facts=facts, start="mdo_jes")
    return Conversation.at(guide(), guide().flows["ziekteverzuim"], answers, TODAY)


def test_the_table_is_invited_and_nobody_is_said_to_have_been_there() -> None:
    assert "schoolmaatschappelijk werk" in draft(at_table(), "uitnodiging-overleg").value(
        "overleg_deelnemers"
    )
    assert draft(at_table(), "verslag-overleg").value("overleg_deelnemers") == ""


@pytest.mark.parametrize(("days", "pupil"), [(3, False), (20, True)])
def test_the_age_is_that_on_the_day_of_the_meeting(days: int, pupil: bool) -> None:
    twelve = TODAY + timedelta(10)
    born = date(twelve.year - 12, twelve.month, twelve.day)
    talked = at_table().born(born)
    made = draft(talked, "uitnodiging-overleg")
    assert guide().recipients[PUPIL].word.split()[0] not in made.to_whom
    made.put("overleg_datum", dates.short(TODAY + timedelta(days)))
    assert ("leerling" in made.to_whom.lower()) is pupil
    assert ("beste" in str(made.composed().document)) is pupil


def test_a_date_of_birth_that_gives_another_age_than_was_said_is_asked_about() -> None:
    answers = Answers(facts={**PO, "leeftijd": "onder_12"}, start="jgz_consult")
    talked = Conversation.at(guide(), guide().flows["ziekteverzuim"], answers, TODAY)
    made = draft(talked, "aanvraag-onderzoek-jgz")
    assert made.put("geboortedatum", dates.short(date(TODAY.year - 8, 1, 1))) == ""
    assert "In het gesprek zei je" in made.put("geboortedatum", dates.short(date(2005, 1, 1)))


def test_no_day_comes_before_the_absence_began() -> None:
    facts = {**PO, "leeftijd": "onder_12"}
    answers = Answers(
        facts=facts, start="duo_melding", dates={"zorgwekkend_sinds": date(2026, 3, 1)}
    )
    talked = Conversation.at(guide(), guide().flows["ziekteverzuim"], answers, date(2026, 4, 1))
    made = draft(talked, "tekst-duo-melding")
    assert "begin van het verzuim" in made.put("ouders_ingelicht_op", "28-2-2026")
    assert made.put("ouders_ingelicht_op", "2-3-2026") == ""


@pytest.mark.parametrize(
    ("letter", "field"),
    [
        ("uitnodiging-gesprek-leerplicht", "leerplichtgesprek_datum"),
        ("uitnodiging-gesprek-verzuim", "schoolgesprek_datum"),
    ],
)
def test_a_birthday_said_in_passing_counts_on_the_day_of_the_talk(letter: str, field: str) -> None:
    born = date(TODAY.year - 12, TODAY.month, TODAY.day) + timedelta(days=3)
    facts = {**PO, "leeftijd": "onder_12"}
    start = {"leerplichtgesprek_datum": "gesprek_leerplicht"}.get(field, "gesprek_en_plan")
    answers = Answers(facts=facts, start=start, said=Said(birth_date=born))
    made = draft(Conversation.at(guide(), guide().flows["ziekteverzuim"], answers, TODAY), letter)
    assert made.facts["leeftijd"] == "onder_12"
    made.put(field, dates.write(TODAY + timedelta(days=1)))
    assert made.facts["leeftijd"] == "onder_12"
    made.put(field, dates.write(TODAY + timedelta(days=7)))
    assert made.facts["leeftijd"] == "vanaf_12"


@pytest.mark.parametrize(("enrolled", "kdc"), [("", False), ("ja", False), ("nee", True)])
def test_a_kdc_is_invited_only_where_the_pupil_has_no_school(enrolled: str, kdc: bool) -> None:
    facts = {**PO, "leeftijd": "onder_12", **({"ingeschreven": enrolled} if enrolled else {})}
    answers = Answers(facts=facts, start="mdo_met_leerplicht")
    talked = Conversation.at(guide(), guide().flows["ziekteverzuim"], answers, TODAY)
    assert ("KDC" in draft(talked, "uitnodiging-overleg").value("overleg_deelnemers")) == kdc


def tables() -> list[tuple[str, str]]:
    """Every letter that says who sits at the table, with each of its steps."""
    return [
        (letter.id, step)
        for letter in guide().letters.values()
        if not letter.past and any(guide().fields[name].walk == TABLE for name in letter.fields)
        for step in letter.steps
    ]


@each_row(("letter", "step"), tables())
def test_who_sits_at_the_table_is_the_same_in_the_letter_and_in_the_advice(
    letter: str, step: str
) -> None:
    for flow in (each for each in guide().flows.values() if step in each.steps):
        for sector, enrolled, age in product(("po", "vo"), ("ja", "nee"), ("onder_12", "vanaf_12")):
            facts = {**PO, "sector": sector, "ingeschreven": enrolled, "leeftijd": age}
            talked = Conversation.at(guide(), flow, Answers(facts, start=step), TODAY)
            made = draft(talked, letter)
            seats = [each.seats for each in talked.advice.tables if each.step == step]
            if made.locked or not seats:
                continue
            there = made.value("overleg_deelnemers").casefold()
            passed = talked.trail.certain_steps
            asked = [s for s in seats[0] if not (s.after and passed.isdisjoint(s.after))]
            words = {made.seat(seat.actor).casefold() for seat in asked}
            for word in sorted(words, key=len, reverse=True):
                assert word in there, (flow.id, facts, word)
                there = there.replace(word, "", 1)
            assert set(there) <= set(", en"), (flow.id, facts, there)
