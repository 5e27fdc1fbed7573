"""Every choice of the guide said and denied, and text that nobody should type."""

from itertools import cycle

from hypothesis import given as generated
from hypothesis import strategies as st

from routeboek_tui.conversation.hearing.understanding import (
    Chosen,
    Command,
    Unknown,
    Unsure,
    Wrong,
    understand,
)
from routeboek_tui.text.characters import plain
from tests.conversation.hearing.test_understanding import (
    KNOWLEDGE,
    LIBRARY,
    STEPS,
    TERMS,
    TODAY,
    offers_at,
    read_line,
)
from tests.rows import each_row

LANGUAGE = LIBRARY.language
NEGATORS = LANGUAGE.negators


@each_row("place", [*STEPS, *LIBRARY.facts])
def test_every_label_and_synonym_leads_to_its_own_choice_or_is_shared(place: str) -> None:
    offers = offers_at(place)
    said = [name for offer in offers for name in offer.synonyms]
    parallel_only = all(offer.parallel for offer in offers if offer.choice)
    for offer in offers:
        for name in (offer.label, *offer.synonyms):
            meaning = read_line(place, name)
            if not offer.choice:
                assert meaning == Unknown()
            elif name != offer.label and plain(name) in LIBRARY.language.commands:
                assert isinstance(meaning, Command | Unsure), name
            elif offer.parallel and not parallel_only:
                assert isinstance(meaning, Wrong)
            elif said.count(name) > 1:
                assert isinstance(meaning, Unsure), name
                assert offer.choice in meaning.nearest, name
            else:
                assert meaning == Chosen((offer.choice,)), name


TURNS = ("niet {}", "{} niet", "geen {}", "misschien {}", "{}, of toch niet")


@each_row("place", [*STEPS, *LIBRARY.facts])
def test_a_denied_synonym_is_never_taken_for_itself(place: str) -> None:
    """Every synonym in two turns, and every turn round two fifths of them."""
    turns = cycle(TURNS)
    offers = offers_at(place)
    said = [name for offer in offers for name in offer.synonyms]
    for offer in offers:
        for name in (name for name in offer.synonyms for _ in range(2)):
            turn = next(turns)
            denies = "niet" in turn or "geen" in turn
            twice = denies and "toch" not in turn and NEGATORS.intersection(name.split())
            shared = said.count(name) > 1  # by itself it says neither, so denied it says neither
            if name not in {"ja", "nee"} and not twice and not shared:
                meaning = read_line(place, turn.format(name))
                taken = meaning.choices if isinstance(meaning, Chosen) else ()
                assert offer.choice not in taken, (turn, name)


PLACES = st.sampled_from([*STEPS, *LIBRARY.facts])
PIECES = st.sampled_from(
    ["ja", "nee", "niet", "geen", "akkoord", "zorgen", "5", "meldingen", "8", "dagen", "gisteren",
     "31-02-2026", "op", "sinds", "en", "4e", "week", "weken", "keer", ",", ".", "?", "[b]",
     "{{ }}", "\x1b[31m", "\u202e", "é", "99999999999", "-3", "1e", "12", "maart", ""]
)  # fmt: skip


@generated(
    PLACES,
    st.one_of(st.text(), st.lists(PIECES).map(" ".join)),
    st.sampled_from(["po", "vo", ""]),
)
def test_never_raises(place: str, text: str, sector: str) -> None:
    meaning = read_line(place, text, sector)
    known = {offer.choice for offer in offers_at(place)}
    if isinstance(meaning, Chosen):
        assert meaning.choices
        assert known.issuperset(meaning.choices)
    if isinstance(meaning, Unsure):
        assert known.issuperset(meaning.nearest)
    assert meaning == read_line(place, text, sector)


@each_row(
    "piece",
    ["a", "ja ", "niet akkoord ", "akoord, ", "\x1b[31m", "\u202e", "[@click=x]", "{{ x }}", "1-",
     "\ufdfa", "5 meldingen en ", "niet gehaald ",
     "9", "12-3-2026 ", "1 en ", "?", "é", "5 meldingen ", "\x1b]", " ", "opnieww "],
)  # fmt: skip
@each_row("length", [999, 10_000])
def test_hostile_text_is_never_an_answer(piece: str, length: int) -> None:
    text = (piece * length)[:length]
    read_line("drempel", "ja")
    offers = {place: offers_at(place) for place in ("drempel", "gegrond", "leeftijd")}
    for place, options in offers.items():
        policy = STEPS[place].policy if place in STEPS else ""
        fact = "" if place in STEPS else place
        meaning = understand(
            text,
            options,
            policy=policy,
            fact=fact,
            today=TODAY,
            language=LIBRARY.language,
            knowledge=KNOWLEDGE,
            terms=TERMS,
        )
        assert not isinstance(meaning, Chosen)
