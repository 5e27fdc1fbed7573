"""What a door says to find out first: never what is known or was said."""

from datetime import date

from routeboek_tui.conversation.hearing.told import told, told_at
from routeboek_tui.conversation.triage.door import asked_first, at_door, doors_of
from routeboek_tui.conversation.triage.wat_nu import candidates
from routeboek_tui.core.facts import may_hold
from routeboek_tui.core.said import DAY, Said
from routeboek_tui.library.signal import Ask, Signal
from routeboek_tui.library.wording import fill_in
from tests.known import guide
from tests.rows import each_row

TODAY = date(2026, 11, 23)
LIBRARY = guide()
KNOWN = {"regio": "haaglanden", "sector": "po", "gemeente": "den_haag"}
NORTH = {"regio": "noord_kennemerland", "sector": "po"}
ASKS = [(signal, ask) for signal in LIBRARY.signals.values() for ask in signal.ask if ask.of]


def known(place: str) -> Said:
    """What was said where one place is known by it, and nothing else."""
    head, _, name = place.partition(".")
    if name and head == DAY:
        return Said(days={name: TODAY})
    if name:
        return Said(counts={head: {name: "1"}})
    if place in LIBRARY.scheme.domains:
        return Said(facts={place: "x"})
    return Said(choices={place: ("x",)})


@each_row(("signal", "ask"), ASKS, ids=[f"{s.id}: {a.say}" for s, a in ASKS])
def test_each_place_of_an_ask_settles_it(signal: Signal, ask: Ask) -> None:
    for facts in (KNOWN, NORTH):
        said = fill_in(ask.say, LIBRARY.words_in(facts))
        settled = not set(ask.of).isdisjoint(facts)
        if not may_hold(ask.when, facts) or settled:
            continue
        twice = [each for each in signal.ask if fill_in(each.say, LIBRARY.words_in(facts)) == said]
        assert said in asked_first(LIBRARY, signal, facts, Said())
        for place in ask.of:
            left = asked_first(LIBRARY, signal, facts, known(place))
            assert said not in left or len(twice) > 1, place


@each_row(
    ("sentence", "facts", "signal", "left"),
    [
        ("Al 5 keer ziek gemeld, 8 dagen ziek dit schooljaar", KNOWN, "vaak_ziek", "Hoeveel"),
        ("Ze is voor de eerste keer geschorst", NORTH, "geschorst", "eerste keer"),
        ("Hij kwam al 9 keer te laat", NORTH, "te_laat_komen", "Hoe vaak"),
        ("Nergens ingeschreven, een jongen van 9", KNOWN, "geen_school", "Hoe oud"),
        ("Ouders vragen 12 dagen vakantieverlof", NORTH, "vakantie_genoemd", "Om hoeveel dagen"),
        ("Alleen een wachtlijst, onveilig is het niet", KNOWN, "wachtlijst", "onveilig"),
    ],
)
def test_what_was_said_is_not_to_be_found_out(
    sentence: str, facts: dict[str, str], signal: str, left: str
) -> None:
    of = LIBRARY.signals[signal]
    said = told(sentence, LIBRARY, facts, TODAY)
    here = told_at(sentence, LIBRARY, doors_of(LIBRARY), TODAY)
    before = asked_first(LIBRARY, of, facts, Said())
    after = asked_first(LIBRARY, of, {**facts, **said.facts}, at_door(said, here, of))
    assert any(left in each for each in before)
    assert not any(left in each for each in after)


def test_a_candidate_asks_what_is_left() -> None:
    sentence = "Hij is al 5 keer ziek gemeld, samen 8 dagen ziek dit schooljaar"
    said = told(sentence, LIBRARY, KNOWN, TODAY)
    first = candidates(LIBRARY, sentence, KNOWN, said).candidates[0]
    assert first.signal.id == "vaak_ziek"
    assert first.ask == ("Vanaf welke dag tel je?",)
