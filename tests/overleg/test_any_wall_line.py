"""Whatever is typed in a meeting: the wall stays small, and going back brings everything back."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from routeboek_tui.conversation.overleg.positions import contested
from routeboek_tui.conversation.overleg.positions_wall import FOLLOW, NOW
from routeboek_tui.conversation.overleg.wall import MOST, WIDTH
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.safety import NONE, SAFETY, WORRY
from routeboek_tui.course.course import Course
from routeboek_tui.course.overleg.overleg import Overleg
from routeboek_tui.course.turn import Leave
from tests.course.meetings import PO, VO, standing
from tests.course.talks import talk
from tests.known import guide
from tests.overleg.played import shown
from tests.rows import each_row

NAMES = tuple(name for part in guide().meeting.parts.values() for name in part.names)
LINES = (
    "", "", "", "1", "2", "3", "1 2", "1-3", "2 t/m 9", "1 +2w", "+6w", "overleg +3w", "akkoord",
    "iedereen behalve ouders", "ouders 2 nee", "9", "0", "99", "1 omdat", "allen 1", "allen", "+",
    "terug", "vorige", "verder", "lijst", "bron", "hulp", "verberg", "a", "b ouders",
    "a 12 januari", "a 31 februari", "school: belt, 12 januari", ": niets", "iets zonder wie",
    "+ een vaste plek", "12 januari", "1-1-2020", "open", "MB", "te lange initialen",
    "week 1; ma; lokaal; mentor; bel", ";;;;;;;;", "[/b]", "{{ 7*7 }} {} {0}", "\x1b[31mrood",
    "\u202eomgekeerd", "x" * 3000, "woord " * 400, "hij wordt thuis geslagen", "stop", *NAMES,
)  # fmt: skip
TALKS = (
    lambda: Course(standing("ziekteverzuim", "mdo_jes", PO)),
    lambda: Course(standing("ziekteverzuim", "consensus_mdo", PO)),
    lambda: Course(standing("met_schoolinschrijving_vo", "jes_plan", VO)),
    lambda: talk("triage"),
    lambda: talk("noord_kennemerland", regio="noord_kennemerland", sector="po", veiligheid="nee"),
)


@settings(max_examples=25)
@given(st.sampled_from(TALKS), st.lists(st.sampled_from(LINES), max_size=25))
def test_the_wall_stays_small_whatever_is_typed(begin: object, lines: list[str]) -> None:
    course: Course = begin()  # type: ignore[operator]
    for line in lines:
        course.overleg.hear(line)
        wall = shown(course.overleg)
        assert len(wall) <= MOST
        assert max(map(len, wall)) <= WIDTH
        assert all(each.isprintable() for each in wall)


@settings(max_examples=20)
@given(st.sampled_from(TALKS[:3]), st.lists(st.sampled_from(LINES), max_size=15))
def test_going_back_brings_everything_back(begin: object, lines: list[str]) -> None:
    course: Course = begin()  # type: ignore[operator]
    held: Overleg = course.overleg
    begun, answers = held.stand, held.talk.answers.steps
    for line in lines:
        if Leave() in held.hear(line) or course.overleg is not held:
            return
    while held.before:
        held.do("back")
    assert held.meeting == begun.meeting
    assert held.stand.part is begun.part
    assert held.talk.answers.steps == answers


QUESTIONS = [
    (flow.id, step.id)
    for flow in guide().flows.values()
    if flow.id != TRIAGE
    for step in flow.steps.values()
    if step.choices
]


@each_row(("flow", "step"), QUESTIONS)
def test_no_question_of_a_route_is_cut_on_the_wall(flow: str, step: str) -> None:
    sector = "vo" if "vo" in guide().sectors(guide().flows[flow]) else "po"
    facts = {fact: v for fact, v in (VO if sector == "vo" else PO).items() if fact != "gemeente"}
    if flow == "noord_kennemerland":
        facts["regio"] = flow
    course = Course(standing(flow, step, facts))
    held = course.overleg
    held.hear("standpunten")
    if held.wall.options and held.wall.options[0].label == guide().meeting.words.speak_now:
        held.hear("1")
    seen, asked = "", contested(course.talk)
    for line in ("", ""):
        for page in range(held.wall.pages):
            lines = replace(held.wall, page=page).lines()
            assert len(lines) <= MOST
            seen += " ".join(each.text.strip() for each in lines) + " "
        held.stand = replace(held.stand, at=FOLLOW if not line else NOW)
    assert "…" not in seen
    if asked and asked.step == step:
        assert asked.text in seen
        for option in asked.options:
            assert all(word in seen for word in option.label.split())


def test_a_word_of_danger_gives_the_sign_and_nothing_else() -> None:
    course = Course(standing("ziekteverzuim", "mdo_jes", PO))
    held = course.overleg
    held.hear("analyse")
    before = held.wall
    held.hear("vader slaat hem met de riem")
    assert held.wall == replace(before, notes=(guide().meeting.words.not_noted,), sign=True)
    assert not held.meeting.factors
    assert "riem" not in str(held.talk.answers)


def test_that_nobody_asked_about_safety_is_no_sign() -> None:
    held = talk("triage", regio="haaglanden", sector="po").overleg
    assert not held.wall.sign
    held.hear("plan")
    held.hear("vader slaat hem met de riem")
    assert held.wall.sign


@each_row("told", [NONE, WORRY, ""])
@each_row(
    "line",
    [
        "vader slaat hem met de riem",
        "wij hebben Veilig Thuis gebeld",
        "1 vader slaat hem met de riem",
    ],
)
def test_danger_is_kept_nowhere_in_a_meeting_however_often_it_is_typed(
    line: str, told: str
) -> None:
    course = Course(standing("ziekteverzuim", "mdo_jes", {**PO, SAFETY: told}))
    held, guided = course.overleg, guide().meeting
    for part in guided.parts.values():
        held.hear(part.names[0])
        for enter in ("", "", "1"):
            before = held.meeting
            for _ in range(3):
                held.hear(line)
                assert held.wall.notes[:1] == (guided.words.not_noted,)
            assert held.meeting == before
            held.hear(enter)
    assert "riem" not in str((held.stand, held.before, held.talk.answers, course.values))


def test_the_sign_stays_when_an_answer_is_taken_back() -> None:
    held = Course(standing("ziekteverzuim", "mdo_jes", PO)).overleg
    for line in ("standpunten", "", "allen 1", "", "1", "ze snijdt zichzelf", "terug", "terug"):
        held.hear(line)
    assert held.wall.sign
