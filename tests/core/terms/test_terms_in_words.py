"""Terms in words: how long, from which day, and the day itself where it can be reckoned."""

from datetime import date

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.advice import Do
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.figures import Unit
from routeboek_tui.core.flow import Action, Certainty
from routeboek_tui.core.sayings import unit_saying
from routeboek_tui.core.terms.term import UNITS, Term
from routeboek_tui.core.terms.words import NO_TERM, span_words, term_words
from routeboek_tui.library.content import Library
from routeboek_tui.library.wording import Text
from tests.known import KNOWLEDGE
from tests.rows import each_row

D0 = date(2026, 1, 12)
SINCE_D0 = "zorgwekkend_sinds"
SPRING = "; let op: hier valt de voorjaarsvakantie in"
FACTS = {SINCE_D0: Text(SINCE_D0, "", after="na de eerste datum van zorgwekkend verzuim")}
MIDDEN = {"regio": "haaglanden"}


def do(term: Term | None, on: date, dates: dict[str, date] | None = None) -> Do:
    by = term.due(on, dates or {}) if term else None
    return Do("stap", 1, Action("x", "school", term), on, by, Certainty.SOURCE)


@each_row(
    ("term", "words"),
    [
        (None, NO_TERM),
        (Term(), "direct (12 januari 2026)"),
        (Term(Unit.WEEK, 1), "binnen 1 week: uiterlijk 19 januari 2026"),
        (Term(Unit.WEEK, 8), f"binnen 8 weken: uiterlijk 9 maart 2026{SPRING}"),
        (Term(Unit.WEEK, 8, 4), f"binnen 4 tot 8 weken: uiterlijk 9 maart 2026{SPRING}"),
        (Term(Unit.WEEK, 3, aim=True), "streven: binnen 3 weken: 2 februari 2026"),
        (Term(Unit.MAAND, 1), "binnen 1 maand"),
        (Term(Unit.MAAND, 2), "binnen 2 maanden"),
        (Term(Unit.SCHOOLDAG, 5), "binnen 5 schooldagen: uiterlijk 19 januari 2026"),
        (Term(Unit.WERKDAG, 7), "binnen 7 werkdagen: uiterlijk 21 januari 2026"),
    ],
)
def test_from_the_day_of_the_step(term: Term | None, words: str) -> None:
    assert term_words(do(term, D0), KNOWLEDGE, FACTS, {}) == words


def test_from_a_date_that_is_known() -> None:
    on, known = date(2026, 5, 1), {SINCE_D0: D0}
    assert term_words(do(Term(Unit.WEEK, 8, since=SINCE_D0), on, known), KNOWLEDGE, FACTS, {}) == (
        "8 weken na de eerste datum van zorgwekkend verzuim: 9 maart 2026, die dag is al voorbij"
    )
    assert term_words(
        do(Term(Unit.WEEK, 8, 4, since=SINCE_D0), on, known), KNOWLEDGE, FACTS, {}
    ) == (
        "4 tot 8 weken na de eerste datum van zorgwekkend verzuim: 9 februari 2026 tot"
        " 9 maart 2026, die dag is al voorbij"
    )
    assert term_words(
        do(Term(Unit.WEEK, 8, since=SINCE_D0, latest=True), on, known), KNOWLEDGE, FACTS, {}
    ) == (
        "8 weken na de eerste datum van zorgwekkend verzuim: uiterlijk 9 maart 2026,"
        " die dag is al voorbij"
    )
    assert term_words(
        do(Term(Unit.WEEK, 8, since=SINCE_D0), date(2026, 3, 9), known), KNOWLEDGE, FACTS, {}
    ).endswith("zorgwekkend verzuim: 9 maart 2026")
    assert term_words(do(Term(since=SINCE_D0), on, known), KNOWLEDGE, FACTS, {}) == (
        "direct (12 januari 2026)"
    )


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (Term(Unit.WEEK, 3, after="besluit", aim=True), "streven: binnen 3 weken {besluit}"),
        (Term(Unit.WERKDAG, 7, after="besluit"), "binnen 7 werkdagen {besluit}"),
        (Term(after="besluit"), "direct {besluit}"),
    ],
)
def test_from_a_moment_that_nobody_knows_yet(term: Term, words: str) -> None:
    assert term_words(do(term, D0), KNOWLEDGE, FACTS, {}) == words


@pytest.mark.parametrize("name", ["met_schoolinschrijving_vo", "met_schoolinschrijving_vo_2024"])
def test_the_advice_of_the_mwta_is_an_aim_from_when_the_request_is_taken(
    library: Library, today: date, name: str
) -> None:
    facts = {"gemeente": "den_haag", "leeftijd": "vanaf_12"}
    talk = Conversation.at(library, library.flows[name], Answers(facts, start="mwta"), today)
    groups = [*advice_view(talk).now, *advice_view(talk).earlier]
    (term,) = {do.term for group in groups for do in group.todo if do.place.endswith("adviseren")}
    assert term == "streven: binnen 3 weken nadat het MWTA-team het consult heeft aangenomen"


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 11, 20), "direct (20 november 2026)"),
        (
            date(2026, 11, 21),
            "direct (zaterdag 21 november 2026; eerste werkdag: 23 november 2026)",
        ),
        (date(2026, 11, 22), "direct (zondag 22 november 2026; eerste werkdag: 23 november 2026)"),
        (date(2026, 4, 5), "direct (zondag 5 april 2026; eerste werkdag: 7 april 2026)"),
    ],
)
def test_at_once_in_the_weekend_names_the_first_working_day(on: date, words: str) -> None:
    assert term_words(do(Term(), on), KNOWLEDGE, FACTS, {}) == words


@pytest.mark.parametrize(
    ("unit", "many"),
    [(Unit.WEEK, "weken"), (Unit.MAAND, "maanden"), (Unit.WERKDAG, "werkdagen")],
)
def test_from_a_date_that_is_not_known_no_day_is_made_up(unit: Unit, many: str) -> None:
    words = term_words(do(Term(unit, 8, since=SINCE_D0), D0), KNOWLEDGE, FACTS, {})
    assert words.startswith(f"8 {many} na de eerste datum van zorgwekkend verzuim (vul")
    assert "2026" not in words
    latest = Term(unit, 8, since=SINCE_D0, latest=True)
    assert term_words(do(latest, D0), KNOWLEDGE, FACTS, {}) == f"uiterlijk {words}"
    assert term_words(do(Term(since=SINCE_D0), D0), KNOWLEDGE, FACTS, {}) == "direct"


@each_row(
    ("on", "days", "by"),
    [
        (date(2026, 4, 1), 1, "2 april 2026"),
        (date(2026, 4, 2), 1, "7 april 2026"),  # over Good Friday and Easter Monday
        (date(2026, 4, 2), 7, "15 april 2026"),
        (
            date(2026, 12, 24),
            1,
            "28 december 2026; school is dan dicht: kerstvakantie",
        ),  # both days of Christmas, and a Sunday
        (
            date(2026, 12, 23),
            7,
            "5 januari 2027; let op: hier valt de kerstvakantie in",
        ),  # New Year's Day too
        (date(2026, 5, 13), 1, "15 mei 2026"),  # Ascension Day
        (
            date(2026, 4, 24),
            1,
            "28 april 2026; school is dan dicht: meivakantie",
        ),  # King's Day on a Monday
        (date(2026, 1, 10), 1, "12 januari 2026"),  # a Saturday
    ],
)
def test_working_days_leave_out_weekends_and_public_holidays(on: date, days: int, by: str) -> None:
    words = term_words(do(Term(Unit.WERKDAG, days), on), KNOWLEDGE, FACTS, {})
    assert words == f"binnen {days} {'werkdag' if days == 1 else 'werkdagen'}: uiterlijk {by}"


def test_every_unit_and_every_date_has_its_words() -> None:
    assert all(KNOWLEDGE.say(unit_saying(unit), aantal=2) for unit in UNITS)
    assert span_words(Term(), KNOWLEDGE, FACTS) == "direct"
    assert span_words(Term(Unit.WEEK, 1, since=SINCE_D0), KNOWLEDGE, FACTS).startswith("1 week na")


def terms(library: Library, answers: Answers, today: date) -> dict[str, str]:
    flow = library.flows["met_schoolinschrijving_vo"]
    view = advice_view(Conversation.at(library, flow, answers, today))
    todo = [each for group in view.now for each in group.todo]
    return {each.term: each.actor for each in todo if "weken" in each.term}


def test_the_weeks_of_opschalen_count_from_the_date_that_was_told(
    library: Library, today: date
) -> None:
    facts = {"gemeente": "den_haag", "ingeschreven": "ja", "leeftijd": "vanaf_12"}
    at = Answers(facts, start="intercollegiale_afstemming")
    (told,) = terms(library, at.with_date(SINCE_D0, D0), today)
    assert "9 februari 2026 tot 9 maart 2026" in told
    (unknown,) = terms(library, at.with_fact(SINCE_D0, ""), today)
    assert "vul die datum in" in unknown


@each_row(
    ("term", "on", "situation", "words"),
    [
        # a school holiday in the term; which one follows from the region
        (Term(Unit.SCHOOLDAG, 5), date(2026, 10, 15), MIDDEN, "29 oktober 2026; let op: hier valt"),
        (Term(Unit.WEEK, 1), date(2027, 2, 8), MIDDEN, "uiterlijk 15 februari 2027"),
        # the last day of it falls in one
        (Term(Unit.WEEK, 1), date(2026, 10, 14), MIDDEN, "dan dicht: herfstvakantie"),
        (Term(), date(2026, 10, 21), MIDDEN, "21 oktober 2026; school is dan dicht: herfst"),
        # regions that differ: only what holds in all of them
        (Term(Unit.SCHOOLDAG, 5), date(2026, 10, 8), {}, "binnen 5 schooldagen"),
        (Term(Unit.SCHOOLDAG, 5), date(2026, 11, 9), {}, "uiterlijk 16 november 2026"),
        # a holiday that is not confirmed, and school days over it
        (Term(Unit.WEEK, 3), date(2027, 4, 19), MIDDEN, "meivakantie kan hierin vallen"),
        (Term(Unit.SCHOOLDAG, 9), date(2027, 4, 19), MIDDEN, "binnen 9 schooldagen"),
    ],
)
def test_a_term_says_which_holiday_it_meets(
    term: Term, on: date, situation: dict[str, str], words: str
) -> None:
    said = term_words(do(term, on), KNOWLEDGE, FACTS, situation)
    assert words in said
    assert said.endswith(words) or "vakantie" in words or ";" in words


def test_a_region_without_holiday_in_the_term_says_nothing() -> None:
    said = term_words(do(Term(Unit.WEEK, 1), date(2027, 2, 8)), KNOWLEDGE, FACTS, MIDDEN)
    assert said == "binnen 1 week: uiterlijk 15 februari 2027"


def test_only_the_last_step_of_the_ladder_has_a_last_day(library: Library) -> None:
    """Of the four steps of the newer edition only the directors come "uiterlijk"."""
    flow = library.flows["met_schoolinschrijving_vo"]
    terms = [a.term for step in flow.steps.values() for a in step.actions if a.term]
    latest = {term.figure for term in terms if term.since and term.latest}
    others = {term.figure for term in terms if term.since and not term.latest}
    assert latest == {"opschalen_directeuren_weken"}
    assert others == {
        "opschalen_eigen_team_weken", "opschalen_managers_weken", "opschalen_regisseur_weken",
    }  # fmt: skip
