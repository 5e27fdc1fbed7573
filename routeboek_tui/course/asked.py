"""What must be looked at in a letter before it goes out: words of health, and a name."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.letter import FieldKind, Letter
from routeboek_tui.letters import health
from routeboek_tui.text.characters import words_in
from routeboek_tui.text.enumeration import all_of

OF_HEALTH = (
    "Bij “{}” staat: {}. Dat kan over gezondheid gaan. Deze brief gaat naar wie dat niet mag"
    " lezen: {}. Haal het weg, of bevestig dat het niets zegt over iemands gezondheid."
)
OF_NAMES = (
    "Bij “{}” staat: {}. Dat lijkt een naam, en deze brief gaat zonder naam weg."
    " Haal het weg, of bevestig dat niemand de leerling eraan herkent."
)
NAMES = ("leerling", "leerling_voornaam", "ouders_naam")
"""The fields with names that may stand in no letter without names."""

SHORTEST = 3
"""Letters of a name: shorter words stand between names, or are initials."""


class Asked(Struct, frozen=True):
    """What to look at in ``field``, and in what words that is asked."""

    field: str
    words: str


def asked(
    letter: Letter, values: Mapping[str, str], typed: Mapping[str, str], talk: Conversation
) -> Iterator[Asked]:
    """All there is to look at in ``letter``; ``typed`` is what stands in the fields of any."""
    library, say = talk.library, talk.say
    fields = [library.fields[name] for name in letter.fields]
    if readers := health.outsiders(letter, library.recipients):
        who = all_of([say(library.recipients[name].word) for name in readers])
        for name, words in health.in_fields(fields, values, library.language.health).items():
            said = OF_HEALTH.format(say(library.fields[name].label), _quoted(words), who)
            yield Asked(name, said)
    if any(field.kind is FieldKind.IDENTIFICATION for field in fields):
        return
    names = {word for name in NAMES for word in words_in(typed.get(name, ""))}
    names = {word for word in names if len(word) >= SHORTEST}
    for field in fields:
        if found := dict.fromkeys(each for each in words_in(values[field.name]) if each in names):
            said = OF_NAMES.format(say(field.label), _quoted(found))
            yield Asked(field.name, said)


def _quoted(words: Iterable[str]) -> str:
    return all_of([f"“{word}”" for word in words])
