"""``python -m training``: make the model, and print how well it hears authors it has not read.

With ``--only`` nothing is written.
"""

import sys
from pathlib import Path

from msgspec.structs import replace

from routeboek_tui.core.safety import SAFETY
from routeboek_tui.library.dangers import CHAPTER
from routeboek_tui.library.load import read
from routeboek_tui.library.sentences import ASKED, DANGER, MODEL, SAID, Bank, Sentence, sum_of
from routeboek_tui.text.characters import words_in
from routeboek_tui.text.dates import MONTHS
from training.measure import OWN, measured, report
from training.model import encoded, fitted
from training.stories import TELLERS, told_apart

GUIDE = "z"
"""The author of the sentences in the other banks that are of the guide itself."""

AS_MUCH = 3
"""Times a text of the guide itself counts, and one of a :data:`FEW` words: they hold little."""

FEW = 3
SHORT = 9
ABSENCE = (
    "spijbelt", "komt te laat", "is vaak ziek", "verzuimt veel", "meldt zich ziek", "veel verzuim",
    "is al weken thuis", "is steeds op maandag ziek", "daarom niet op school", "komt niet meer",
    "heeft 16 uur verzuim", "is weer ziek gemeld", "ouders willen verlof", "steeds te laat",
    "verzuim neemt toe", "is niet ingeschreven", "zit thuis", "mist veel lessen",
    "komt halve dagen",
    "ongeoorloofd verzuim", "5e ziekmelding", "ze is vaak moe", "hij komt weinig op school",
    "moeder meldt haar ziek", "verder gewoon te laat", "al drie weken weg", "JGZ is gevraagd",
)  # fmt: skip
"""What stands beside a sentence of at most :data:`SHORT` words, once each."""

EACH = 3
"""Of so many sentences one is also read with something about absence beside it."""

COUNTED = (
    "5 meldingen", "5 meldingen, 8 dagen", "4 keer in 12 schoolweken", "16 lesuren",
    "16 uur gemist", "7 dagen achter elkaar", "15 keer te laat", "14 dagdelen achter elkaar",
    "ja, 12-10-2026", "3 weken thuis", "geboren op 3-2-2014", "1 en 3", "ja", "nee",
    "2 op 12-03-2026", "11 jaar",
    "een jongen van twaalf", "meisje van 12", "hij wordt 12 in maart", "ze is 14, in mei 15",
    "anderhalve week", "de vijfde melding dit schooljaar", "weet ik niet", "niet bekend",
    "dit is de vierde keer", "hij is er niet sinds 31 augustus", "sinds 2 november niet op school",
    "in januari wordt hij achttien", "ze werd twaalf in januari", "ze is 12 sinds 3 januari",
    "16 dagdelen in drie ziekmeldingen, en nu weer ziek", "hij hoeft niets meer",
    "dat hoeft van mij niet", "niet rond te krijgen", "nog niemand gesproken", "derde dag thuis",
    "er is niemand gekomen", "ze zijn er niet geweest", "nooit een hele dag, steeds een paar uur",
    "hij wil er nog over nadenken; geen nee", "alleen gebeld, niets op papier",
)  # fmt: skip
"""What is typed where the guide asks how many, or when."""

WHO = (
    "jongen van 9",
    "meisje van 7",
    "meisje van 12",
    "leerling van 14",
    "zoon van 10",
    "dochter van 9",
    "kind van 4",
    "leerling uit groep 6",
    "meisje 2 havo",
    "zijn zusje van 4",
    "haar broertje van 6",
    "een jongen van 16",
    "twee zussen, de oudste van 15",
    "twee broers, de jongste van 6",
    "broer en zus van 9 en 4",
)
PLAINLY = (
    "is al drie weken ziek",
    "is al 8 dagen ziek",
    "is sinds vorige week ziek",
    "is vaak ziek",
    "heeft elke maandag hoofdpijn",
    "heeft al een tijdje griep",
    "heeft een gebroken been",
    "is al een maand niet op school",
    "zit al 6 weken thuis",
    "komt steeds te laat",
    "komt alleen de ochtenden",
    "komt halve dagen",
    "durft niet naar school",
    "spijbelt",
    "wil niet naar school, moeder houdt haar thuis",
    "is bang voor school",
    "mist veel lessen",
    "gaat nergens naar school",
    "heeft nog geen school",
    "is met vakantie zonder verlof",
    "heeft buikpijn en blijft thuis",
    "is moe en blijft thuis",
    "is drie dagen geschorst",
    "verhuist naar het buitenland",
    "staat op een wachtlijst",
    "wacht op een plek op het vso",
    "is niet bij de jeugdarts geweest",
    "is voor de vijfde keer ziek gemeld",
)
"""Who it is about, and what is said of a pupil every day: each with each."""

SUPPOSED = (
    "en als ze daar nee op zeggen",
    "wat als ze nee zeggen",
    "en als ze niet akkoord gaan",
    "wat als ze niet willen",
    "en als zij nee zegt",
    "en als ze toch niet willen",
    "en als ze ook dat weigeren",
    "wat als hij maar een keer niet kwam bij JGZ",
    "wat als hij niet komt",
    "en als ze wel willen",
    "en als ze niet komen opdagen",
    "wat als de ouders niet reageren",
    "stel dat ze het niet eens zijn",
    "en als het niet lukt",
    "wat als het wordt afgewezen",
    "en als de arts nee zegt",
    "en als er niemand komt",
    "wat als maar een van de twee ja zegt",
    "en als vader niet wil maar moeder wel",
    "mocht ze weigeren, wat dan",
    "en als hij 18 wordt",
    "wat als ze verhuizen",
    "en als het doorgaat",
    "wat als het niet stopt",
    "en als ze weer niet komt",
)
"""What is asked about an answer that may come."""

SAFE = ("gevaar_", "veilig_thuis", "meldcode", "aandachtsfunctionaris")
"""How the pages begin that one asks about when there may be danger."""

TWICE = 2
"""Times what people say and ask about absence counts: it is what is typed most."""

ROOT = Path(__file__).resolve().parent.parent


def about_absence() -> list[str]:
    """What the guide itself has people say about absence."""
    return [each.text for each in SAID.sentences(ROOT) if each.author == GUIDE and each.kinds]


def about_the_guide() -> list[Sentence]:
    """What people say about absence, and ask about what the guide knows: harmless."""
    return [*_others(SAID, TELLERS), *_others(ASKED, "asked ")] * TWICE


def _others(bank: Bank, name: str) -> list[Sentence]:
    """The sentences of another bank that are about something, and not about danger."""
    return [
        Sentence(f"{name}{each.author}", (), each.text)
        for each in bank.sentences(ROOT)
        if each.author != GUIDE and each.kinds and not any(k.startswith(SAFE) for k in each.kinds)
    ]


def own_words() -> list[Sentence]:
    """What the guide itself says to choose from, and what people say about absence: harmless."""
    library, _ = read(ROOT)
    texts = [text for texts in library.texts.values() for text in texts.values()]
    texts += library.facts.values()
    choices = [choice for text in texts for choice in text.choices.values()]
    said = {word for choice in choices for word in (choice.label, *choice.synonyms)}
    said |= set(about_absence())
    said |= {text.question for text in texts if text.question}
    said |= {f"op 12 {month} 2026" for month in MONTHS} | {f"sinds 3 {month}" for month in MONTHS}
    said |= {*COUNTED, *SUPPOSED, *(f"{each}?" for each in SUPPOSED)}
    said |= {f"{who} {plainly}" for who in WHO for plainly in PLAINLY}
    said |= {*library.language.commands}
    said |= {page.title for page in library.pages.values() if page.chapter != CHAPTER}
    said -= {word for choice in library.facts[SAFETY].choices.values() for word in choice.synonyms}
    return [Sentence(OWN, (), text) for text in sorted(said)] * AS_MUCH


def beside_absence(bank: list[Sentence]) -> list[Sentence]:
    """Some of the sentences with something about absence beside it: danger stays what it is."""
    phrases = [said.rstrip(".") for said in about_absence()]
    short = [each for each in bank if len(words_in(each.text)) <= SHORT]
    found = []
    for place, sentence in enumerate(bank[::EACH]):
        absence = phrases[place % len(phrases)]
        both = (sentence.text, absence) if place % 2 else (absence, sentence.text)
        found.append(replace(sentence, text=", ".join(both)))
    for place, sentence in enumerate(short):
        said, absence = sentence.text.rstrip("."), ABSENCE[place % len(ABSENCE)]
        both = (said, absence) if place % 3 else (absence, said)
        found.append(replace(sentence, text=(" en ", ", ", " ")[place % 7 % 3].join(both)))
    return found


def main(arguments: list[str]) -> None:
    """Measure over the authors, and write the model of all of them."""
    bank = list(DANGER.sentences(ROOT))
    bank += beside_absence(bank)
    bank += told_apart(bank)
    bank += [each for each in bank if len(words_in(each.text)) <= FEW] * (AS_MUCH - 1)
    bank += own_words() + about_the_guide()
    reading, found = measured(bank)
    for line in report(bank, found):
        print(line)
    if "--only" not in arguments:
        ears = fitted(reading, found.limits, sum_of(DANGER.files(ROOT)))
        (ROOT / MODEL).write_bytes(encoded(ears))
        print(f"{MODEL}: {len(encoded(ears)) // 1000} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
