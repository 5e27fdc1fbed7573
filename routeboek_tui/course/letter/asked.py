"""What must be looked at in a letter before it goes out: words of health, and who it is about."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.letter import BIRTH_DATE, Letter
from routeboek_tui.letters import health, identity
from routeboek_tui.text import dates
from routeboek_tui.text.enumeration import all_of

OF_HEALTH = (
    "Bij “{}” staat: {}. Dat kan over gezondheid gaan. Deze brief gaat naar wie dat niet mag"
    " lezen: {}. Haal het weg, of bevestig dat het niets zegt over iemands gezondheid."
)
OF_NAMES = (
    "Bij “{}” staat: {}. Dat lijkt een naam, en deze brief gaat zonder naam weg."
    " Haal het weg, of bevestig dat niemand de leerling eraan herkent."
)
OF_NUMBERS = (
    "Bij “{}” staat: {}. Daaraan is iemand te herkennen, en deze brief gaat zonder naam weg."
    " Haal het weg, of bevestig dat het niet van de leerling of de ouders is."
)
OF_INITIALS = (
    "Bij “{}” staat: {}. Dat is meer dan een eerste letter, en deze brief gaat zonder naam weg."
    " Haal het weg, of bevestig dat het geen naam is."
)
NAMES = ("leerling", "leerling_voornaam", "ouders_naam")
"""The fields with names that may stand in no letter without names."""

INITIALS = "initialen"
"""The field that holds what is left of a name where no name may stand."""


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
    if set(NAMES).isdisjoint(letter.fields):
        yield from _who(letter, values, typed, talk)


def _who(
    letter: Letter, values: Mapping[str, str], typed: Mapping[str, str], talk: Conversation
) -> Iterator[Asked]:
    """What tells who it is about in a letter without a name; the writer's own numbers do not."""
    names = [typed.get(name, "") for name in NAMES]
    born = dates.read(typed.get(BIRTH_DATE, "")) or talk.answers.born
    for name in letter.fields:
        field, value = talk.library.fields[name], values[name]
        looks = (
            (OF_NAMES, identity.named(value, names)),
            (OF_NUMBERS, identity.numbered(value, talk.today, born) if field.free else ()),
            (OF_INITIALS, identity.whole_names(value) if name == INITIALS else ()),
        )
        for words, found in looks:
            if found:
                yield Asked(name, words.format(talk.say(field.label), _quoted(found)))


def _quoted(words: Iterable[str]) -> str:
    return all_of([f"“{word}”" for word in words])
