"""A word that is a command is taken as one at every question, whatever its choices are also called.

The guide offers these words at each question. Only a choice that reads just so goes before.
"""

from collections.abc import Iterator
from datetime import date

import pytest

from routeboek_tui.conversation.hearing.matching import Offer
from routeboek_tui.conversation.hearing.meanings import Chosen, Command, Unsure
from routeboek_tui.conversation.hearing.understanding import understand
from routeboek_tui.library.wording import ChoiceText, fill_in
from routeboek_tui.text.characters import plain, plain_name
from tests.known import guide
from tests.rows import each_row

TODAY = date(2026, 11, 18)
COMMANDS = guide().language.commands


def places() -> Iterator[tuple[str, str, str, dict[str, ChoiceText]]]:
    """Every question of every flow, and of every fact: its name, policy, fact and choices."""
    library = guide()
    for flow in library.flows.values():
        for step in flow.steps.values():
            texts = library.texts[flow.id][step.id].choices
            if step.asks and not step.jump:
                yield f"{flow.id}/{step.id}", step.policy, "", dict(texts)
    for fact, text in library.facts.items():
        yield fact, "", fact, dict(text.choices)


PLACES = {name: (policy, fact, texts) for name, policy, fact, texts in places()}

ASKED = {"ziekteverzuim/jgz_advies": {"opnieuw": Unsure(("opnieuw_bespreken",))}}
"""Where a choice that is called so also begins with the word, the guide asks."""


def offers(texts: dict[str, ChoiceText]) -> tuple[Offer, ...]:
    words = guide().words_in({"sector": "po"})
    shown = [
        Offer(id_, str(n), fill_in(text.label, words), text.synonyms)
        for n, (id_, text) in enumerate(texts.items(), start=1)
    ]
    return (*shown, Offer("", str(len(shown) + 1), "Weet ik nog niet"))


@each_row("place", PLACES)
def test_every_command_is_one_at_every_question(place: str) -> None:
    policy, fact, texts = PLACES[place]
    options = offers(texts)
    labels = {plain_name(option.label) for option in options}
    taken = {}
    for words, name in COMMANDS.items():
        meant = understand(
            words, options, policy=policy, fact=fact, sector="po", today=TODAY,
            language=guide().language, knowledge=guide().knowledge,
        )  # fmt: skip
        if words not in labels and meant != Command(name):
            taken[words] = meant
    assert taken == ASKED.get(place, {})


def test_some_choices_are_also_called_like_a_command() -> None:
    """Else the test above could not fail."""
    both = {
        (place, plain(name))
        for place, (_, _, texts) in PLACES.items()
        for text in texts.values()
        for name in text.synonyms
        if plain(name) in COMMANDS
    }
    assert ("noord_kennemerland/blijven_registreren", "opnieuw") in both
    assert ("ziekteverzuim/evaluatie", "aanpassen") in both


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("noord_kennemerland/blijven_registreren", "het gebeurt opnieuw"),
        ("noord_kennemerland/blijven_registreren", "ja, opnieuw"),
        ("noord_kennemerland/onder_de_grens_nk", "ja, opnieuw"),
        ("ziekteverzuim/evaluatie", "we gaan het aanpassen"),
    ],
)
def test_in_a_sentence_it_is_an_answer(place: str, said: str) -> None:
    policy, fact, texts = PLACES[place]
    meant = understand(
        said, offers(texts), policy=policy, fact=fact, sector="po", today=TODAY,
        language=guide().language, knowledge=guide().knowledge,
    )  # fmt: skip
    assert isinstance(meant, Chosen)


def test_a_choice_that_reads_like_a_command_goes_before() -> None:
    options = (Offer("weg", "1", "Opnieuw"), Offer("", "2", "Weet ik nog niet"))
    meant = understand(
        "opnieuw", options, today=TODAY, language=guide().language, knowledge=guide().knowledge
    )
    assert meant == Chosen(("weg",))
