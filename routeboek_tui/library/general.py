"""General information: pages that rest on nothing of the routeboek, and when that was seen."""

from collections.abc import Iterator, Sequence

from routeboek_tui.core.flow import Source
from routeboek_tui.library.content import Library
from routeboek_tui.library.problems import Problem
from routeboek_tui.text import dates

CHAPTER = "algemeen"
"""The chapter of the book that holds general information only."""

SOURCES = "content/sources.yaml"


def mark(library: Library, sources: Sequence[Source]) -> str:
    """What goes with all that is shown of these sources: that it is general, and when it was seen.

    Sources that were not seen on one day are as old as the first; "" where one is the routeboek.
    """
    documents = [library.sources[source.document] for source in sources]
    if not documents or not all(document.outside for document in documents):
        return ""
    seen = min((each.seen for each in documents if each.seen), default=None)
    return f"algemene informatie{f', gezien op {dates.short(seen)}' if seen else ''}"


def prove(library: Library) -> Iterator[Problem]:
    """Every page on which general information and the routeboek would be mixed, or undated."""
    for page in library.pages.values():
        cited = dict.fromkeys(source.document for source in page.sources)
        documents = [library.sources[each] for each in cited if each in library.sources]
        ours = [document.id for document in documents if not document.outside]
        undated = [document.id for document in documents if document.seen is None]
        if ours and page.chapter == CHAPTER:
            message = f"De bron “{ours[0]}” is van het routeboek, en hier staat alleen algemene"
            message += " informatie. Verwijs met see naar de bladzijde die het zegt."
            yield Problem(f"content/boek/{CHAPTER}/{page.id}.md", 1, message)
        elif undated and not ours:
            message = f"De bladzijde “{page.id}” is algemene informatie, en bij de bron"
            message += f" “{undated[0]}” staat niet wanneer zij is gezien. Zet er seen bij."
            yield Problem(SOURCES, 1, message)
