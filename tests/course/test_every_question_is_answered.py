"""What asks something is answered, or told that no source says it, wherever it is typed."""

from collections.abc import Callable
from itertools import cycle

import pytest

from routeboek_tui.conversation.questions import is_question
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.course import places
from routeboek_tui.course.course import Course
from routeboek_tui.course.findings import Search
from routeboek_tui.course.turn import Open, Part, Passage, Places, Reply
from routeboek_tui.library.places import content_root
from routeboek_tui.library.sentences import ASKED
from routeboek_tui.text.characters import words_in
from tests.course.talks import TODAY
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE

ASKERS = (
    {},
    {"regio": "haaglanden", "gemeente": "den_haag", "sector": "po"},
    {"regio": "haaglanden", "gemeente": "rijswijk", "sector": "vo"},
    {"regio": "haaglanden", "gemeente": "leidschendam_voorburg", "sector": "vo"},
    {"regio": "noord_kennemerland", "sector": "po"},
)


def first_screen(line: str, facts: dict[str, str]) -> tuple[Course, Reply]:
    course = Course.begin(guide(), TODAY, facts)
    return course, course.tell(line)


def triage(line: str, facts: dict[str, str]) -> tuple[Course, Reply]:
    course = Course.begin(guide(), TODAY, {**SAFE, **facts})
    return course, course.hear(line)


def safety(line: str, facts: dict[str, str]) -> tuple[Course, Reply]:
    course = Course.begin(guide(), TODAY, facts)
    return course, course.hear(line)


def candidates(line: str, facts: dict[str, str]) -> tuple[Course, Reply]:
    course = Course.begin(guide(), TODAY, {**SAFE, **facts})
    course.hear("leerling spijbelt en is vaak ziek")
    return course, course.hear(line)


def on_the_way(line: str, facts: dict[str, str]) -> tuple[Course, Reply]:
    nk = facts.get("regio") == "noord_kennemerland"
    route = "noord_kennemerland" if nk else "ziekteverzuim"
    course = Course.begin(guide(), TODAY, {**SAFE, "sector": "po", **facts}, route)
    return course, course.hear(line)


def changing(line: str, facts: dict[str, str]) -> tuple[Course, Reply]:
    course = Course.begin(guide(), TODAY, {**SAFE, **facts, "sector": "po"}, "ziekteverzuim")
    course.do("change")
    return course, course.hear(line)


def letter(line: str, facts: dict[str, str]) -> tuple[Course, Reply]:
    course = Course.begin(guide(), TODAY, {**SAFE, **facts})
    return course, course.asked_between(line)


PLAINLY = 0.88
"""How many of the questions that no page answers are told so, and not only left unsure."""

PLACES = (first_screen, triage, safety, candidates, on_the_way, changing, letter)


def asked() -> list[str]:
    """Every sixtieth question of the bank, as a sentence that asks."""
    every = [each.text for each in ASKED.sentences(content_root())]
    language = guide().language
    return [text if is_question(text, language) else f"{text}?" for text in every[::60]]


def answered(reply: Reply) -> bool:
    """Whether ``reply`` tells a passage, the nearest places, or that no source says it."""
    told = (Passage, Places, Open)
    return any(isinstance(part, told) or part == places.NOTHING for part in reply)


@each_row("place", PLACES, ids=lambda place: place.__name__)
def test_every_question_of_the_bank_is_answered(
    place: Callable[[str, dict[str, str]], tuple[Course, Reply]],
) -> None:
    here = PLACES.index(place)
    silent = []
    for number, (line, facts) in enumerate(zip(asked(), cycle(ASKERS), strict=False)):
        if number % len(PLACES) == here and not answered(place(line, facts)[1]):
            silent.append(line)
    assert not silent


def in_vain() -> list[str]:
    """Every sixteenth question of the bank that no page answers."""
    every = [each.text for each in ASKED.sentences(content_root()) if not each.kinds]
    return [text if is_question(text, guide().language) else f"{text}?" for text in every[::16]]


def plainly(part: Part) -> bool:
    """Whether a part says in so many words that no source tells it."""
    known = (places.UNKNOWN, places.LACKS, places.NOT_IN_SOURCES, places.OTHER_SCHOOL)
    ends = tuple(each.rpartition("{}")[2] for each in known)
    return part == places.NOTHING or (isinstance(part, Places) and part.words.endswith(ends))


def test_what_no_page_answers_is_said_not_to_be_in_the_sources() -> None:
    told = [
        any(map(plainly, on_the_way(line, facts)[1]))
        for line, facts in zip(in_vain(), cycle(ASKERS), strict=False)
    ]
    assert sum(told) >= PLAINLY * len(told)


def test_another_kind_of_school_is_never_answered_for_as_if_it_were_ours() -> None:
    questions = [each.text for each in ASKED.sentences(content_root()) if each.kinds][::600]
    for school in sorted(guide().language.seeking.other_schools):
        for line, facts in zip(questions, cycle(ASKERS), strict=False):
            part = places.answer(on_the_way("", facts)[0].talk, f"{line} op het {school}?")
            if isinstance(part, Passage):
                assert school in words_in(" ".join((part.view.title, *part.view.short)))


def test_a_search_says_so_as_well() -> None:
    reader = Reader(guide(), TODAY, ASKERS[2])
    search = Search(guide())
    untold = search.findings(reader, "hoofdluis behandelen").untold
    assert untold.startswith(places.NOT_IN_SOURCES[:10])
    assert not search.findings(reader, "wie zit er in het jes").untold
    assert not search.findings(reader, "visieverschil mdo").untold


@pytest.mark.parametrize(
    "question",
    [
        "onze zoon blijft misschien zitten door migraine, vanaf hoeveel gemiste lessen mag dat?",
        "wie betaalt een plek op het OPDC?",
        "heeft ons kind recht op leerlingenvervoer en vanaf hoeveel kilometer?",
    ],
)
def test_a_search_is_no_surer_than_the_talk(question: str) -> None:
    search = Search(guide())
    for facts in ASKERS[1:]:
        part = places.answer(on_the_way("", facts)[0].talk, question)
        found = search.findings(Reader(guide(), TODAY, facts), question)
        assert bool(found.untold) is not isinstance(part, Passage)
