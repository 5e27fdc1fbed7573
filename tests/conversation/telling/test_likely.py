"""What a story sounds like at the next question is taken for its answer, or named there."""

from pathlib import Path

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.filled import filled
from routeboek_tui.conversation.telling.likely import with_likely
from routeboek_tui.conversation.triage.door import at_door
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.said import Said
from routeboek_tui.course.course import Course
from tests.course.talks import keys
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

TOLD, NAMED, WRONG = 35, 5, 2
"""Of what stories tell at least so much is likely or named, and at most so much wrongly likely."""

STORY = (
    "Groep 7, mist wekelijks 2 dagen. Twee keer met de ouders gesproken, schoolmaatschappelijk "
    "werk gedraaid, haalt weinig uit. Donderdag in het MDO vond iedereen dat het zo niet meer kan "
    "en dat de schoolarts ernaar moet kijken."
)
PO = {**SAFE, "sector": "po", "gemeente": "den_haag", "regio": "haaglanden"}

NOT_LIKELY = [
    ("stand_leerplicht", "Gesprek met leerplicht is donderdag, hij spijbelt, melding is gedaan"),
    ("evaluatie_schoolplan", "De drempel is gehaald en ouders willen niet naar JGZ"),
    ("akkoord_jgz", "Wat doe ik als ouders van een schoolarts niks willen weten?"),
    ("effect_schorsing", "Vorig schooljaar is hij geschorst en dat hielp niks"),
    ("te_laat", "Hij komt keer op keer na de bel, ik heb het niet geteld"),
]


def _stories() -> list[tuple[dict[str, str], str, str]]:
    lines = Path(__file__).with_name("likely.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [
        (dict(each.split("=") for each in told.split()), following, story)
        for told, following, story in rows
    ]


def test_what_stories_tell_is_likely_or_named_and_seldom_wrong() -> None:
    right = named = wrong = 0
    for told, following, story in _stories():
        said = with_likely(Said(), story, guide())
        for step, choice in told.items():
            likely = said.likely.get(step, ())
            right += likely == (choice,)
            named += len(likely) > 1 and choice in likely
            wrong += len(likely) == 1 and choice not in likely
        wrong += len(said.likely.get(following, ())) == 1
    assert right >= TOLD
    assert named >= NAMED
    assert wrong <= WRONG


@each_row(("step", "story"), NOT_LIKELY)
def test_it_is_not_likely(step: str, story: str) -> None:
    assert len(with_likely(Said(), story, guide()).likely.get(step, ())) != 1


def _asked_after_the_mdo(said: Said) -> Course:
    answers = Answers(facts=PO, start="mdo_analyse_po", said=said)
    flow = guide().flows["met_schoolinschrijving_po"]
    return Course(Conversation.at(guide(), flow, answers, TODAY))


def test_the_likely_answer_to_the_next_question_is_taken() -> None:
    course = Course.begin(guide(), TODAY, PO)
    course.tell(STORY)
    course.pick(keys(course)["gesprekken_helpen_niet"])
    taken = {visit.step: visit.taken for visit in course.talk.trail.main.visits if visit.taken}
    assert taken == {"mdo_analyse_po": ("jeugdarts",)}


def test_of_what_waits_it_is_only_named_once_a_step_was_answered() -> None:
    said = Said(likely={"mdo_analyse_po": ("jeugdarts",), "jgz_po": ("advies_binnen",)})
    later = said.once_answered({"mdo_analyse_po"})
    assert later.likely == {"jgz_po": ("advies_binnen",)}
    course = _asked_after_the_mdo(later)
    assert course.asked
    assert course.asked.step == "mdo_analyse_po"
    assert [remark.text for remark in course.asked.remarks] == [
        "Uit wat je zei kan het dit zijn: Het verzuim is zorgwekkend, de jeugdarts moet meekijken. "
        "Zeker is dat niet."
    ]


def test_a_door_that_says_otherwise_than_the_story_asks() -> None:
    signal = guide().signals["akkoord_met_jgz"]
    assert signal.says.choices["akkoord_jgz"] == ("ja",)
    said = at_door(Said(likely={"akkoord_jgz": ("nee",)}), Said(), signal)
    assert "akkoord_jgz" not in {*said.choices, *said.likely}
    assert said.perhaps["akkoord_jgz"] == ("ja", "nee")


def test_what_answers_one_step_is_only_named_at_a_later_one_that_waits() -> None:
    told = with_likely(Said(), "Ik heb de ouders gesproken, hij is nog steeds thuis.", guide())
    assert told.likely["gesprek_leerplicht"] == ("nee",)
    assert told.likely["verzuim_houdt_aan"] == ("ja",)
    flow = guide().flows["ziekteverzuim"]
    answers = Answers(facts={**PO, "leeftijd": "onder_12"}, start="gesprek_leerplicht", said=told)
    found = filled(Conversation.at(guide(), flow, answers, TODAY))
    assert found
    assert found.result
    left = found.result.talk.answers.said
    assert "verzuim_houdt_aan" not in left.likely
    assert left.perhaps["verzuim_houdt_aan"] == ("ja",)
