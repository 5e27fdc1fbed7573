"""Search: building, keeping and asking the index, and every letter typed in the book.

The floor is a scan for a piece of text.
"""

import random
from datetime import date
from functools import partial
from itertools import cycle, islice
from statistics import quantiles

import msgspec
from msgspec.structs import replace

from benchmarks.engine import timed
from benchmarks.report import ratio, show, spread
from routeboek_tui.conversation.enquiry.enquiry import asking
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.course.findings import Search
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from routeboek_tui.library.language import Seeking
from routeboek_tui.search.index import Index
from routeboek_tui.search.passages import Passage, passages
from routeboek_tui.search.words import stem
from routeboek_tui.text.characters import plain

QUERIES = (
    "drempel ziekteverzuim", "thuiszitters", "begeleiding", "jeugd beschermingstafel", "jes",
    "zorgpflicht", "jeugdbescherminstafel", "ouders weigeren", "twee keer niet verschenen",
    "melden bij duo", "wat is een opp", "vrijst",
)  # fmt: skip
"""Names, stems, compounds, typing errors and a word half typed."""

TYPED = (
    "drempel ziekteverzuim", "wanneer meld ik verzuim bij de leerplichtambtenaar",
    "jeugdbeschermingstafel aanmelden", "wie zit er bij de jbt", "wat is een opp",
    "ouders weigeren jgz", "zorgplicht school", "thuiszitter langer dan vier weken",
    "vrijstelling 5 onder a", "mdo voorbereiden", "duo melden 16 uur", "veilig thuis bellen",
    "geoorloofd verlof aanvragen", "luxe verzuim vakantie", "brief aan ouders over verzuim",
    "leerling gaat niet naar school angst", "onderwijs zieke leerlingen consulent",
    "privacy gegevens delen", "samenwerkingsverband tlv", "toelaatbaarheidsverklaring aanvragen",
    "hoorzitting leerplicht proces-verbaal", "halt verwijzing", "jeugdarts inschakelen",
    "hoeveel uur ongeoorloofd verzuim", "te laat komen registreren", "schorsing en verwijdering",
    "variawet maatwerk", "doorbraaktafel", "hoogbegaafd vastgelopen", "onderwijsconsulent inzetten",
)  # fmt: skip
"""What is typed in the book, letter by letter."""

READS = {"sector": "po", "gemeente": "den_haag", "regio": "haaglanden"}
"""What is known of the pupil for whom one searches."""

ROUNDS = 20
TIMES = (1, 10, 100)
"""How many times as many passages as the guide has."""


def scan(texts: list[str], query: str) -> list[int]:
    """The floor: every passage that holds the query as it was typed."""
    return [place for place, text in enumerate(texts) if query in text]


def generated(real: tuple[Passage, ...], times: int) -> tuple[Passage, ...]:
    """``times`` as many passages: the real ones, and others whose words are mixed anew."""
    chance = random.Random(1)
    pool = [word for passage in real for word in passage.text.split()]
    made = []
    for number, passage in enumerate(islice(cycle(real), len(real) * (times - 1))):
        count = len(passage.text.split())
        words = chance.choices(pool, k=count)
        # Of every twenty words one is new, so that the vocabulary grows too.
        words = [f"{word}{number % 977}" if not n % 20 else word for n, word in enumerate(words)]
        made.append(replace(passage, id=f"{passage.id}-{number}", text=" ".join(words)))
    return real + tuple(made)


def main() -> None:
    """Print the figures of the search."""
    library = load()
    real, seeking = passages(library), library.language.seeking
    taken = list(timed(5, lambda: passages(library)))
    show(f"{len(real)} passages taken from the guide", spread(taken, "ms", 1e3))
    stem.cache_clear()
    first = list(timed(1, lambda: Index.of(real, seeking)))
    show("  index, no stem known yet", spread(first, "ms", 1e3))
    _letters(library, [plain(f"{each.title} {each.text}") for each in real])
    for times in TIMES:
        _figures(generated(real, times), times, seeking)


def _letters(library: Library, texts: list[str]) -> None:
    """Every letter that is typed: what is found, and the line and the sources of each place."""
    search, reader = Search(library), Reader(library, date(2026, 11, 23), READS)
    typed = [words[: n + 1] for words in TYPED for n in range(len(words))]
    first = list(timed(1, partial(search.findings, reader, typed[-1])))
    for words in typed:
        search.findings(reader, words)
    pairs = [
        (*timed(1, partial(search.findings, reader, words)), *timed(1, partial(scan, texts, words)))
        for words in typed
    ]
    ours, floor = zip(*pairs, strict=True)
    show(f"a letter typed in the book, {len(typed)} of them", spread(ours, "ms", 1e3))
    show(
        "  p95",
        f"{quantiles(ours, n=20)[-1] * 1e3:.2f} ms",
        f"the first one: {first[0] * 1e3:.2f} ms",
    )
    show("  against a scan", f"ratio {ratio(ours, floor)}")


def _figures(every: tuple[Passage, ...], times: int, seeking: Seeking) -> None:
    built = list(timed(3 if times < max(TIMES) else 1, lambda: Index.of(every, seeking)))
    index = Index.of(every, seeking)
    kept = msgspec.json.encode(index)
    read = list(timed(3, lambda: msgspec.json.decode(kept, type=Index)))
    texts = [plain(f"{each.title} {each.text}") for each in every]
    index.find("warm ")
    index.find("verzuijm ")
    show(f"{len(every)} passages, {len(index.words)} words")
    show("  index built", spread(built, "ms", 1e3))
    show("  index read back", spread(read, "ms", 1e3), f"{len(kept) / 2**20:.1f} MiB")
    rounds = range(ROUNDS if times < max(TIMES) else 3)
    ours: list[float] = []
    floor: list[float] = []
    asked: list[float] = []
    for _ in rounds:
        for query in QUERIES:
            ours += timed(1, partial(index.find, query))
            floor += timed(1, partial(scan, texts, query))
            asked += timed(1, partial(asking, index, query))
    show("  a query", spread(ours, "ms", 1e3))
    show("  a question", spread(asked, "ms", 1e3))
    show("  a scan for the text as typed", spread(floor, "ms", 1e3))
    found = sum(bool(index.find(query)) for query in QUERIES)
    scanned = sum(bool(scan(texts, query)) for query in QUERIES)
    show("  queries with a result", f"{found} of {len(QUERIES)}", f"the scan: {scanned}")


if __name__ == "__main__":
    main()
