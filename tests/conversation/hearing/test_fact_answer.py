"""What is told about a fact: a choice, a date of birth, a first day, a day that is the fact."""

from datetime import date

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.among import read_among
from routeboek_tui.conversation.hearing.fact_answer import NO_FIT, WHICH_DAY, tell
from routeboek_tui.conversation.hearing.meanings import Born, Chosen, FirstDay, Given, Unknown
from routeboek_tui.conversation.hearing.move import Answered, Refused, answer, read
from routeboek_tui.conversation.view import Option, facts
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.library.content import Library
from routeboek_tui.library.wording import fill_in
from tests.known import KNOWLEDGE, guide
from tests.rows import each_row
from tests.walks_as_data import SAFE

TODAY = date(2026, 11, 23)
D0 = date(2026, 10, 12)


def test_a_choice() -> None:
    found, sentences = tell(Answers(), "sector", Chosen(("po",)), TODAY, KNOWLEDGE, dated=False)
    assert (found.facts, sentences) == ({"sector": "po"}, ())


@pytest.mark.parametrize("fact", ["sector", "leeftijd", "zorgwekkend_sinds"])
def test_unknown_is_unknown_for_every_fact(fact: str) -> None:
    assert tell(Answers(), fact, Unknown(), TODAY, KNOWLEDGE, dated=False)[0].facts == {
        fact: UNKNOWN
    }


def test_a_date_of_birth_takes_the_place_of_the_age() -> None:
    found, _ = tell(
        Answers({"leeftijd": "onder_12"}), "leeftijd", Born(D0), TODAY, KNOWLEDGE, dated=False
    )
    assert (found.facts, found.birth_date) == ({}, D0)


def test_a_first_day_of_absence_is_weighed() -> None:
    found, sentences = tell(
        Answers(), "vier_weken_afwezig", FirstDay(D0), TODAY, KNOWLEDGE, dated=False
    )
    assert found.facts == {"vier_weken_afwezig": "ja"}
    assert sentences[0].startswith("6 weken achter elkaar afwezig")
    assert "herfstvakantie" in sentences[1]


@pytest.mark.parametrize("said", [FirstDay(D0), Chosen(("bekend",), D0)])
def test_a_fact_that_is_a_date_holds_its_day(said: FirstDay | Chosen) -> None:
    found, _ = tell(Answers(), "zorgwekkend_sinds", said, TODAY, KNOWLEDGE, dated=True)
    assert found.dates == {"zorgwekkend_sinds": D0}
    assert found.facts == {"zorgwekkend_sinds": "bekend"}


@pytest.mark.parametrize("said", [Chosen(("bekend",)), Given({"lesuren": "16"})])
def test_without_the_day_it_is_asked(said: Chosen | Given) -> None:
    with pytest.raises(GivenError, match=WHICH_DAY):
        tell(Answers(), "zorgwekkend_sinds", said, TODAY, KNOWLEDGE, dated=True)


@pytest.mark.parametrize(
    ("fact", "said"),
    [("sector", Born(D0)), ("sector", FirstDay(D0)), ("leeftijd", FirstDay(D0)),
     ("vier_weken_afwezig", Born(D0)), ("leeftijd", Given({"keren": "3"}))],
)  # fmt: skip
def test_what_belongs_to_another_fact_is_refused(fact: str, said: Born | FirstDay | Given) -> None:
    with pytest.raises(GivenError, match=NO_FIT):
        tell(Answers(), fact, said, TODAY, KNOWLEDGE, dated=False)


@pytest.fixture
def asked(library: Library) -> Conversation:
    """Standing at the question for the first date."""
    known = {
        "gemeente": "den_haag",
        "ingeschreven": "ja",
        "leeftijd": "vanaf_12",
        "veiligheid": "nee",
    }
    flow = library.flows["met_schoolinschrijving_vo"]
    talk = Conversation.at(library, flow, Answers(known, start="intercollegiale_afstemming"), TODAY)
    assert talk.ask is not None
    assert talk.ask.fact == "zorgwekkend_sinds"
    return talk


@pytest.mark.parametrize("typed", ["12-10-2026", "ja, 12-10-2026", "op 12 oktober 2026"])
def test_a_typed_day_is_told_and_shown(asked: Conversation, typed: str) -> None:
    said = read(asked, typed)
    assert isinstance(said, Chosen | FirstDay)
    after = answer(asked, said, {})
    assert isinstance(after, Answered)
    assert after.talk.answers.dates == {"zorgwekkend_sinds": D0}
    shown = {word.fact: word.said for word in facts(after.talk)}
    assert "12-10-2026" in shown["zorgwekkend_sinds"]


@pytest.mark.parametrize("typed", ["24-11-2026", "1-1-1990", "31-2-2026"])
def test_a_day_that_cannot_be_right_is_refused(asked: Conversation, typed: str) -> None:
    assert not isinstance(read(asked, typed), Chosen | FirstDay | Unknown)


def test_knowing_the_date_without_saying_it_is_not_enough(asked: Conversation) -> None:
    said = read(asked, "ja")
    assert isinstance(said, Chosen)
    after = answer(asked, said, {})
    assert isinstance(after, Refused)
    assert after.sentences == (WHICH_DAY,)


def _named() -> list[tuple[str, str, str]]:
    library = guide()
    return [
        (fact, value, fill_in(choice.short, library.words_in({})))
        for fact, text in library.facts.items()
        for value, choice in text.choices.items()
        if choice.short and "{" not in choice.short
    ]


@each_row(("fact", "value", "short"), _named())
def test_what_the_strip_calls_a_value_is_an_answer(fact: str, value: str, short: str) -> None:
    """What stands on top of the screen can be typed where that fact is asked."""
    options = [
        Option(str(n), each, text.label, synonyms=text.synonyms)
        for n, (each, text) in enumerate(guide().facts[fact].choices.items(), start=1)
    ]
    talk = Conversation.start(guide(), "ziekteverzuim", TODAY, SAFE)
    assert read_among(talk, short, options, fact=fact) == Chosen((value,))


OF_AGE = (
    "een jongen van {}", "een jongen van {} jaar", "meisje van {} dat bijna elke week ziek is",
    "zij is {}", "leerling is {} jaar", "{}-jarige", "zoon van {} jaar, wordt straks ouder",
    "{} jaar",
)  # fmt: skip
NO_AGE = ("wordt {}", "bijna {}", "wordt in mei {}", "is bijna {} jaar", "wordt volgende week {}")


@each_row("way", OF_AGE)
@each_row(("years", "value"), [(11, "onder_12"), (12, "vanaf_12"), (13, "vanaf_12")])
def test_an_age_told_in_any_way_is_that_age(way: str, years: int, value: str) -> None:
    said = way.format(years)
    assert _at_age(said) == Chosen((value,)), said


@pytest.mark.parametrize("way", NO_AGE)
def test_an_age_that_is_yet_to_come_is_not_that_age(way: str) -> None:
    assert _at_age(way.format(12)) != Chosen(("vanaf_12",))


def _at_age(said: str) -> object:
    words = guide().words_in({})
    options = [
        Option(str(n), each, fill_in(text.label, words), synonyms=text.synonyms)
        for n, (each, text) in enumerate(guide().facts["leeftijd"].choices.items(), start=1)
    ]
    talk = Conversation.start(guide(), "ziekteverzuim", TODAY, SAFE)
    return read_among(talk, said, options, fact="leeftijd")
