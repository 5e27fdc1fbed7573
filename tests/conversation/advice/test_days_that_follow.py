"""The advice shows every day that follows from a known one, and else which day that takes."""

from datetime import date

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.advice.advice_view import AdviceView, advice_view
from routeboek_tui.conversation.advice.first_screen import MORE
from routeboek_tui.conversation.advice.timeline import AGAIN, DATES
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.fact_answer import tell
from routeboek_tui.conversation.hearing.meanings import FirstDay
from routeboek_tui.conversation.hearing.told import ABSENT
from routeboek_tui.conversation.safety import Manner
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.said import Said
from routeboek_tui.core.terms.days import known_days
from routeboek_tui.core.terms.milestone import AWAY, NOW
from routeboek_tui.course.course import Course
from routeboek_tui.course.state import resumed, state_of
from routeboek_tui.export.advice import advice_blocks, data
from routeboek_tui.text.document import Heading, plain
from routeboek_tui.tui.items.advice import advice_items
from tests.known import guide
from tests.rows import each_row

TODAY = date(2026, 12, 10)
VO = {"gemeente": "den_haag", "regio": "haaglanden", "sector": "vo", "veiligheid": "nee"}
PO = {**VO, "sector": "po"}
NK = {"regio": "noord_kennemerland", "sector": "po", "veiligheid": "nee"}
PAST = "die dag is al voorbij"
NEEDED = "dan rekenen wij uit"
KNOWN = [
    (VO, ["ziek sinds 2 december 2026", "1"], "7e zieke schooldag op rij: 10 december 2026"),
    (PO, ["ziek sinds 1 december 2026", "1"], "10e zieke schooldag: 14 december 2026"),
    (NK, ["ziek sinds 1 december 2026", "1"], "14 zieke dagdelen op rij: 11 december 2026"),
    (PO, ["ziek sinds 1 december 2026", "1"], "vier weken geoorloofd afwezig"),
    (NK, ["geschorst op 7 december 2026", "1", "1"], "dag van de schorsing: 11 december 2026"),
    (NK, ["geschorst op 7 december 2026", "1", "1"], "tweede oudergesprek: 14 december 2026"),
    (VO, ["ziek sinds 2 december 2026, geboren op 3 mei 2010", "1"], "): 3 mei 2028"),
    (VO, ["ziek sinds 2 december 2026, geboren op 3 mei 2010", "1"],
     f"kwalificatieplicht: 31 juli 2026 ({PAST})"),
    (VO, ["ziek sinds 2 december 2026, geboren op 3 mei 2011", "1"],
     "kwalificatieplicht: 31 juli 2027"),
    (VO, ["staat nergens ingeschreven, aangemeld op 1 december 2026", "1", "ja", "ja"],
     "begin van de zorgplicht: 1 december 2026"),
    (VO, ["is afwezig sinds 2 november 2026, zit al weken thuis", "1", "6"],
     "maanden thuis: het doel is een aanbod vóór die dag: 2 februari 2027"),
    (PO, ["staat nergens ingeschreven, aangemeld op 1 december 2026", "1", "ja", "ja"],
     "over de toelating te beslissen (algemene informatie, gezien op 30-11-2026): 12 januari 2027"),
    (PO, ["staat nergens ingeschreven, aangemeld op 1 december 2026", "1", "ja", "ja"],
     "9 februari 2027"),
    (VO, ["woont sinds 12 oktober 2026 hier, staat nergens ingeschreven", "1", "ja", "ja"],
     "maanden hier zonder school: het doel is een aanbod vóór die dag: 12 januari 2027"),
    (NK, ["was 26 en 27 november op vakantie, verlof op 9 november afgewezen", "luxeverzuim", "1"],
     "besluit over verlof (algemene informatie, gezien op 30-11-2026): 21 december 2026"),
    (VO, ["spijbelt", "1", "eerste datum van zorgwekkend verzuim was 12 oktober 2026"],
     "weken te weinig meedoen, dus opschalen als niets helpt: 7 december 2026"),
    (PO, ["zit sinds 2 november 2026 thuis, geen school wil de leerling", "3"],
     "vier weken weg, dus langdurig relatief verzuim melden"),
]  # fmt: skip


TYPED = [
    ("zonder_schoolinschrijving", "leerplichtig", "hij is geboren op 8 maart 2010", "ja",
     "8 maart 2028"),
    ("ziekteverzuim", "drempel", "ziek sinds 9 december 2026", "nee_wel_zorgen",
     "17 december 2026"),
]  # fmt: skip
"""A day in an answer that leaves the choice open: where, what is typed, chosen and follows."""

NK_OVER = ["geschorst van 7 december 2026 tot en met 15 december 2026", "1", "1"]


def _course(facts: dict[str, str], lines: list[str]) -> Course:
    course = Course.begin(guide(), TODAY, facts)
    course.tell(lines[0])
    for line in lines[1:]:
        course.hear(line)
    return course


def _view(facts: dict[str, str], lines: list[str]) -> AdviceView:
    return advice_view(_course(facts, lines).talk)


@pytest.mark.parametrize(("flow", "step", "typed", "choice", "day"), TYPED)
def test_a_day_typed_before_a_choice_is_kept(
    flow: str, step: str, typed: str, choice: str, day: str
) -> None:
    known = {
        **VO,
        "leeftijd": "vanaf_12",
        "ingeschreven": "nee" if step == "leerplichtig" else "ja",
    }
    talk = Conversation.at(guide(), guide().flows[flow], Answers(facts=known, start=step), TODAY)
    course = Course.along(talk, Manner.ALOUD)
    course.hear(typed)
    assert course.asked
    course.pick(next(each.key for each in course.asked.options if each.choice == choice))
    assert any(day in line for line in advice_view(course.talk).dates)


def test_a_last_day_that_is_later_than_it_may_be_is_said_and_leads_to_none() -> None:
    found = _view(NK, NK_OVER).dates
    assert [each for each in found if "15-12-2026" in each and "later dan mag" in each]
    assert [each for each in found if "laatste dag van de schorsing: 11 december 2026" in each]
    assert not [each for each in found if "16 december 2026" in each]


@pytest.mark.parametrize(
    ("since", "told", "not_told"),
    [
        ("", "vier weken na het vertrek", "vier weken weg"),
        (
            "Sinds maandag 2 november 2026, geen dag meer geweest.",
            "vier weken weg",
            "na het vertrek",
        ),
        ("eerste dag zonder geldige reden 2 november 2026", "weken ongeoorloofd", "na het vertrek"),
    ],
)
def test_weeks_beside_a_departure_count_from_the_first_day_away(
    since: str, told: str, not_told: str
) -> None:
    lines = ["kind gaat in het buitenland wonen", "1", "vertrekt op 14 december 2026"]
    found = "\n".join(
        _view({**NK, "leerplicht_begonnen": "ja"}, [*lines, since][: 3 + bool(since)]).dates
    )
    assert told in found
    assert not_told not in found


def test_the_end_of_compulsory_schooling_is_nothing_to_who_is_of_age() -> None:
    found = _view(VO, ["ziek sinds 2 december 2026, geboren op 3 mei 2008", "1"]).dates
    assert not [each for each in found if "kwalificatieplicht" in each]


def test_a_stay_of_years_is_told_when_it_is_over() -> None:
    facts = {**VO, "sector": "vo"}
    lines = ["nog niet lang in nederland, sinds 1 september 2024 in nederland", "1"]
    found = _view(facts, lines).dates
    assert [each for each in found if "1 september 2026" in each and PAST in each]


@each_row("name", sorted({*guide().milestones.starts} - {NOW}))
def test_a_day_that_was_said_is_taken_back_by_the_state(name: str) -> None:
    start = guide().milestones.starts[name]
    if not start.said:
        return
    day = date(2026, 12, 14) if start.ahead else date(2026, 12, 7)
    course = _course(NK, ["geschorst", "1"])
    said = replace(course.talk.answers.said, days={name: day})
    told = Course(course.talk.having(replace(course.talk.answers, said=said)))
    assert resumed(guide(), state_of(told)).talk.answers.said.days == {name: day}


@each_row(("facts", "lines", "said"), KNOWN)
def test_a_day_that_follows_is_shown_with_how(
    facts: dict[str, str], lines: list[str], said: str
) -> None:
    found = [each for each in _view(facts, lines).dates if said in each]
    assert len(found) == 1
    assert "Gerekend vanaf" in found[0]


def test_what_is_past_is_marked_and_a_holiday_is_said() -> None:
    dates = _view(VO, ["ziek sinds 25 november 2026", "1"]).dates
    seventh = next(each for each in dates if each.startswith("7e zieke"))
    assert PAST in seventh
    weeks = next(each for each in dates if each.startswith("vier weken"))
    assert PAST not in weeks
    assert "kerstvakantie" in weeks


@pytest.mark.parametrize("typed", [["14-1-2012"], ["14-1-2009", "1"]])
def test_a_birthday_typed_where_it_settles_the_leerplicht_stays_known(typed: list[str]) -> None:
    course = _course({**VO, "ingeschreven": "nee"}, ["staat nergens ingeschreven", "1", *typed])
    born = course.talk.answers.born
    assert born is not None
    assert course.talk.ask is not None
    assert course.talk.ask.step == "absoluut_verzuim"
    dates = advice_view(course.talk).dates
    assert any(f"de geboortedatum, 14-1-{born.year}" in each for each in dates)


@pytest.mark.parametrize(("birthday", "told"), [("3 mei 2010", True), ("3 mei 2013", False)])
def test_a_birthday_that_is_years_ahead_says_nothing_yet(birthday: str, *, told: bool) -> None:
    dates = _view(VO, [f"vaak ziek, geboren op {birthday}", "1"]).dates
    assert any("18 jaar" in each for each in dates) is told


def test_a_birthday_that_is_past_says_nothing() -> None:
    dates = _view(VO, ["vaak ziek, geboren op 3 mei 2010", "1"]).dates
    assert not any("12 jaar" in each for each in dates)


def test_where_the_day_is_not_known_the_advice_says_which_is_needed() -> None:
    dates = _view(VO, ["vaak ziek", "1"]).dates
    assert any("7e zieke" in each and NEEDED in each for each in dates)
    later = _view(VO, ["ziek sinds 2 december 2026", "1"]).dates
    assert not any("7e zieke" in each and NEEDED in each for each in later)


def test_a_day_typed_on_the_way_is_heard() -> None:
    course = _course(NK, ["leerling is voor het eerst geschorst", "1", "1"])
    assert not any("schorsing" in each for each in advice_view(course.talk).dates)
    course.hear("de schorsing begon op 7 december 2026")
    dates = advice_view(course.talk).dates
    assert any("dag van de schorsing: 11 december 2026" in each for each in dates)


def test_the_day_on_which_parents_applied_begins_the_duty_of_care() -> None:
    for said, told in (("op 23 november 2026", True), ("", False)):
        course = _course(VO, ["staat nergens ingeschreven", "1", "ja"])
        for choice in ("ja", "nee", "nee"):
            asked = course.asked
            assert asked is not None
            course.pick(next(each.key for each in asked.options if each.choice == choice))
        course.hear(f"ja, een brief {said}")
        dates = advice_view(course.talk).dates
        assert any("zorgplicht: 23 november 2026" in each for each in dates) is told


@each_row(
    "name",
    sorted({n for n, s in guide().milestones.starts.items() if not s.meeting} - {NOW}),
)
@each_row(
    ("facts", "lines"),
    [
        (NK, ["leerling is voor het eerst geschorst", "1", "1"]),
        (NK, ["vaak ziek", "1"]),
        (VO, ["spijbelt", "1"]),
        (PO, ["vaak ziek", "1"]),
    ],
)
def test_the_day_the_advice_asks_for_is_heard_on_every_way(
    facts: dict[str, str], lines: list[str], name: str
) -> None:
    course = _course(facts, lines)
    course.hear(f"{guide().milestones.starts[name].word} is 2 november 2015")
    assert known_days(course.talk.answers)[name] == date(2015, 11, 2)


def test_a_suspension_is_announced_ahead_and_its_end_is_not_its_begin() -> None:
    course = _course(NK, ["leerling is voor het eerst geschorst", "1", "1"])
    course.hear("Vandaag loopt de schorsing af")
    assert "schorsing" not in known_days(course.talk.answers)
    course.hear("de schorsing begint op 19 mei 2027")
    assert known_days(course.talk.answers)["schorsing"] == date(2027, 5, 19)
    course.hear("schorsing van 14 tot en met 16 december")
    known = known_days(course.talk.answers)
    assert known["schorsing"] == date(2026, 12, 14)
    assert known["schorsing_einde"] == date(2026, 12, 16)


def test_the_day_typed_for_four_weeks_is_kept() -> None:
    first, known = FirstDay(date(2026, 12, 1)), guide().knowledge
    answers, _ = tell(Answers(facts=PO), ABSENT, first, TODAY, known, dated=False)
    assert answers.facts[ABSENT] == "nee"
    assert known_days(answers)[AWAY] == first.day


AGAIN_SAID = [
    (VO, ["8 uur ongeoorloofd verzuim in 4 weken", "1"], "nog 8 lesuren"),
    (VO, ["15,5 uur ongeoorloofd verzuim in 4 weken", "1"], "nog 0,5 lesuren"),
    (PO, ["3 ziekmeldingen en 4 zieke dagen dit schooljaar", "1", "nee", "nee"], "Nog 2 meldingen"),
    (NK, ["4 keer te laat", "1"], "bij 6 keer te laat"),
]


@pytest.mark.parametrize(("facts", "lines", "said"), AGAIN_SAID)
def test_below_a_border_the_advice_says_when_to_count_again(
    facts: dict[str, str], lines: list[str], said: str
) -> None:
    assert any(said in each for each in _view(facts, lines).again)


def test_hours_typed_by_day_give_the_day_that_reaches_the_border_with_the_advice() -> None:
    view = _view(VO, ["spijbelt", "1", "wo 25-11 10 uur, ma 30-11 6 uur, wo 2-12 2,5 uur"])
    assert "Het 16e lesuur viel op 30 november 2026." in view.dates


def test_who_is_eighteen_is_never_said_to_be_reported_at_the_border() -> None:
    said = _view(VO, ["leerling van 18 jaar, 8 uur ongeoorloofd verzuim in 4 weken", "1"]).again
    assert not any("meldt" in each for each in said)


def test_above_the_border_nothing_is_to_be_counted_again() -> None:
    assert not _view(VO, ["18 uur ongeoorloofd verzuim in 4 weken", "1"]).again


def test_in_every_face_they_stand_with_their_heading() -> None:
    course = _course(VO, ["8 uur ongeoorloofd verzuim in 4 weken", "1"])
    view = advice_view(course.talk)
    headings = [plain(each.runs) for each in advice_blocks(view) if isinstance(each, Heading)]
    assert AGAIN in headings
    assert tuple(data(view)["again"]) == view.again
    assert AGAIN in [str(item.content) for item in advice_items(course.talk, view, {MORE})]
    ill = _course(VO, ["ziek sinds 2 december 2026", "1"])
    shown = [str(item.content) for item in advice_items(ill.talk, advice_view(ill.talk), {MORE})]
    assert DATES in shown


def test_a_day_of_no_source_of_ours_says_it_is_general_information() -> None:
    dates = _view(VO, ["ziek sinds 2 december 2026, geboren op 3 mei 2010", "1"]).dates
    (adult,) = (each for each in dates if each.startswith("18 jaar"))
    (ill,) = (each for each in dates if "zieke schooldag" in each)
    assert "(algemene informatie, gezien op" in adult
    assert "algemene informatie" not in ill


@pytest.mark.parametrize(
    ("facts", "route", "start", "known", "shown"),
    [
        (PO, "ziekteverzuim", "drempel", {}, "telt de school opnieuw: 31 juli 2027"),
        (VO, "ziekteverzuim", "belastbaarheid", {}, "einde van dit schooljaar: 31 juli 2027"),
        (
            PO, "zonder_schoolinschrijving", "plaatsing_onderzoeken", {"aanmelding": TODAY},
            "begin van de zorgplicht (overgenomen uit",
        ),
        (
            PO, "zonder_schoolinschrijving", "plaatsing_onderzoeken",
            {"geboren": date(2022, 2, 12)}, "na de verjaardag, 12 februari 2027",
        ),
    ],
)  # fmt: skip
def test_days_of_the_year_of_the_school_and_of_the_pupil(
    facts: dict[str, str], route: str, start: str, known: dict[str, date], shown: str
) -> None:
    flow = guide().flows[route]
    answers = Answers(facts=facts, start=start, birth_date=known.get("geboren"))
    talk = Conversation.at(guide(), flow, answers, TODAY).hearing(Said(days=known))
    assert any(shown in each for each in advice_view(talk).dates)


def test_three_months_are_counted_from_the_worrying_day() -> None:
    flow = guide().flows["met_schoolinschrijving_vo"]
    day = date(2026, 11, 16)
    answers = Answers(
        facts={**VO, "zorgwekkend_sinds": "bekend"},
        dates={"zorgwekkend_sinds": day},
        start="opschalingsgrond",
    )
    talk = Conversation.at(guide(), flow, answers, TODAY)
    assert any("16 februari 2027" in each for each in advice_view(talk).dates)
    at_home = talk.hearing(Said(days={AWAY: day}))
    assert sum("16 februari 2027" in each for each in advice_view(at_home).dates) == 1


def test_a_border_that_was_told_and_is_not_asked_here_has_its_day() -> None:
    flow = guide().flows["ziekteverzuim"]
    days = "2026-09-08,2026-09-29,2026-10-08,2026-11-03"
    said = Said(counts={"zorgwekkend_ziekteverzuim": {"data": days}})
    answers = Answers(facts=VO, start="jgz_consult", said=said)
    dates = advice_view(Conversation.at(guide(), flow, answers, TODAY)).dates
    assert any("3 november 2026" in each for each in dates)
