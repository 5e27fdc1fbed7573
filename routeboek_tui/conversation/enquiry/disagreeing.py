"""Where the sources of who asks disagree on what a page tells, as blocks to tell with it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from routeboek_tui.conversation.enquiry.pieces import Piece
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.library.conflict import Conflict
from routeboek_tui.library.page import Page
from routeboek_tui.library.reach import Asker, Far, Reach
from routeboek_tui.search.sought import Sought
from routeboek_tui.search.subject import part_asked
from routeboek_tui.text.document import Block, Items, Paragraph, Run

DIFFERENT = 0.7
"""How much of what is sought must stand in what sources disagree on, to be told with it."""

SOURCES = 2
"""How many sources it takes to disagree, and how many numbers they have in common with a text."""

DIFFER = "De bronnen verschillen: {}"

_NUMBER = re.compile(r"\d+")
_YEAR = re.compile("20[0-9]{2}")


def differences(
    reader: Reader, asker: Asker, page: Page, sought: Sought, told: Sequence[Piece]
) -> Iterator[Block]:
    """Where sources of the asker's own school disagree on what is told or asked."""
    conflicts = [each for each in reader.library.conflicts.values() if page.id in each.pages]
    if not conflicts:
        return
    kinds = {piece.kind for piece in told}
    only = kinds.pop() if len(kinds) == 1 else ""
    numbers = {n for piece in told for part in piece.parts for n in _NUMBER.findall(part.text)}
    named = reader.reaches.asked(sought.question).facts
    # Of which year an edition is, is not what sources disagree on.
    untimed = [root for root in sought.worth if not _YEAR.fullmatch(root)]
    for conflict in conflicts:
        every = own_says(reader, asker, conflict, older=True)
        asked = reader.say(conflict.about)
        part = part_asked(asked, reader.library.language.seeking)
        about = sought.weigh(sought.roots(asked)) if only in {"", part} else 0.0
        meant = bool(about) and about >= DIFFERENT * sought.weigh(untimed)
        editions = (
            (meant and not named.keys().isdisjoint(conflict.when))
            or (about and _names_edition(reader, sought, every))
            or _speaks_of(reader, page, sought, conflict, every.values())
        )
        says = every if editions else own_says(reader, asker, conflict)
        same = numbers.intersection(_NUMBER.findall(" ".join(says.values())))
        if len(says) >= SOURCES and (meant or editions or len(same) >= SOURCES):
            yield Paragraph((Run(DIFFER.format(asked), strong=True),))
            yield from difference_blocks(reader, conflict, says)


def _names_edition(reader: Reader, sought: Sought, documents: Iterable[str]) -> bool:
    """Whether the question names the year of one of ``documents`` of which there is another."""
    years = {*_YEAR.findall(sought.question)}
    every = [reader.library.sources[each] for each in documents]
    titles = [each.title for each in every]
    return any(each.edition in years and titles.count(each.title) > 1 for each in every)


def _speaks_of(
    reader: Reader, page: Page, sought: Sought, conflict: Conflict, says: Iterable[str]
) -> bool:
    """Whether a difference tells what is sought of a page besides its name, of editions too.

    Some of it stands in what the sources of who asks ``says``.
    """
    rest = sought.own & sought.worth.keys()
    rest -= frozenset().union(*map(sought.roots, (page.title, *page.names)))
    about = reader.say(conflict.about)
    if rest.isdisjoint(sought.roots(" ".join((about, *says)))):
        return False
    whole = (about, *map(reader.say, conflict.says.values()), reader.say(conflict.handling))
    return sought.weigh(sought.roots(" ".join(whole)) & rest) >= DIFFERENT * sought.weigh(rest)


def own_says(
    reader: Reader, asker: Asker, conflict: Conflict, *, older: bool = False
) -> dict[str, str]:
    """What each source says that is for who asks; with ``older`` also what was replaced."""
    near = {Far.OWN, Far.OLDER} if older else {Far.OWN}
    if asker.far(Reach({fact: frozenset(v) for fact, v in conflict.when.items()})):
        return {}
    return {
        document: reader.say(says)
        for document, says in conflict.says.items()
        if asker.far(reader.reaches.of([document])) in near
    }


def difference_blocks(reader: Reader, conflict: Conflict, says: dict[str, str]) -> Iterator[Block]:
    """What sources say, and how the guide deals with it."""
    sources = reader.library.sources
    titles = {name: f"{sources[name].title} ({sources[name].edition}): " for name in says}
    yield Items(
        ordered=False,
        items=tuple((Run(titles[name], strong=True), Run(text)) for name, text in says.items()),
    )
    yield Paragraph((Run(f"Zo gaan wij ermee om: {reader.say(conflict.handling)}"),))
