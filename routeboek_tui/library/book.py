"""Decodes the book: its chapters and pages, the conflicts between sources, and the papers."""

import re
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from routeboek_tui.library import distinctions
from routeboek_tui.library.conditions import read_sources, read_when
from routeboek_tui.library.conflict import Conflict, Weight
from routeboek_tui.library.node import Node, read_page, read_yaml, text_of, texts_of
from routeboek_tui.library.page import TAFEL, Chapter, Page, Paper, Saying
from routeboek_tui.library.pages import Names, check_words, named
from routeboek_tui.library.problems import Problem
from routeboek_tui.text.spelling import suggestion

LINK = re.compile(r"\]\((boek|stap|brief):([^)\s]*)\)")
"""A link inside the guide: ``[woord](boek:mdo)``."""

PAPER_KINDS = (
    "brief", "formulier", "melding", "registratie", "uitnodiging", "verslag", "besluit", "plan",
    "folder", "aanmelding", "advies",
)  # fmt: skip


class PageFile(Struct, frozen=True):
    """A decoded page with its front matter and the line its body starts on, for problems."""

    page: Page
    head: Node
    first: int


def body_of(page: PageFile) -> tuple[str, str, int]:
    """The file of a page, its body, and the line that begins on."""
    return page.head.file, page.page.body, page.first


def read_chapters(text: str, file: str, problems: list[Problem]) -> dict[str, Chapter]:
    """The chapters of the book, in order."""
    chapters = {}
    for chapter_id, node in read_yaml(text, file, problems).items("De inhoud van het boek"):
        parts = node.fields(f"Het hoofdstuk “{chapter_id}”", ("title", "about"), ("title", "about"))
        chapters[chapter_id] = Chapter(chapter_id, text_of(parts, "title"), text_of(parts, "about"))
    return chapters


def read_book_page(  # noqa: PLR0913, PLR0917 - a page, where it stands, and where problems go
    text: str, file: str, chapter: str, page_id: str, names: Names, problems: list[Problem],
) -> PageFile:  # fmt: skip
    """One page of the book."""
    head, body, first = read_page(text, file, problems)
    check_words(text, file, names.words, problems)
    known = ("title", "names", "sources", "own", "see", "steps", "letters", "tafel", "calendar")
    parts = head.fields("Deze bladzijde", known, ("title",))
    sources = read_sources(parts.get("sources"), frozenset(names.sources))
    own = "own" in parts and parts["own"].flag("own")
    calendar = "calendar" in parts and parts["calendar"].flag("calendar")
    if not sources and not own:
        head.problem(
            "Deze bladzijde heeft geen bron. Is het uitleg van de gids, zet dan own: true."
        )
    if chapter == "tafels" and "tafel" not in parts:
        head.problem("Een bladzijde in het hoofdstuk tafels heeft “tafel” nodig.")
    page = Page(
        id=page_id,
        chapter=chapter,
        title=text_of(parts, "title"),
        names=texts_of(parts, "names"),
        sources=sources,
        body=f"{body.rstrip()}\n{names.holidays}\n" if calendar else body,
        see=texts_of(parts, "see"),
        steps=named(parts, "steps", "De stap", names.steps),
        letters=texts_of(parts, "letters"),
        tafel=_tafel(parts.get("tafel"), names),
    )
    return PageFile(page, head, first)


def _tafel(node: Node | None, names: Names) -> dict[str, tuple[Saying, ...]]:
    if node is None:
        return {}
    parts = node.fields("De tafel", tuple(TAFEL), tuple(TAFEL))
    found = {name: tuple(_sayings(child, names)) for name, child in parts.items()}
    for name, sayings in found.items():
        whens = (saying.when for saying in sayings)
        distinctions.check(parts[name], f"Het onderdeel “{name}”", whens, names.domains)
    return found


def _sayings(node: Node, names: Names) -> Iterator[Saying]:
    if node.value is not None and node.value.id == "scalar":
        yield Saying(node.text("tafel"))
        return
    for item in node.nodes("tafel"):
        parts = item.fields("Dit onderdeel", ("say", "when", "sources", "seats"), ("say",))
        sources = read_sources(parts.get("sources"), frozenset(names.sources))
        yield Saying(text_of(parts, "say"), read_when(parts.get("when"), names.domains), sources)


def links(page: PageFile) -> Iterator[tuple[str, str, int]]:
    """The kind and name of everything a page leads to, with its line."""
    quiet = Node(page.head.value, page.head.file, page.head.offset, [])
    lines = {name: node.line for name, node in quiet.items("")} if quiet.value else {}
    yield from (("boek", name, lines["see"]) for name in page.page.see)
    yield from (("brief", name, lines["letters"]) for name in page.page.letters)
    for number, line in enumerate(page.page.body.splitlines(), start=page.first):
        yield from ((found[1], found[2], number) for found in LINK.finditer(line))


def prove_links(
    pages: Mapping[str, PageFile],
    steps: Collection[str],
    letters: Collection[str],
    made: Collection[str],
) -> Iterator[Problem]:
    """Every link that leads nowhere; ``made`` are pages that have no file of their own."""
    targets: Mapping[str, tuple[str, Collection[str]]] = {
        "boek": ("De bladzijde", {*pages, *made}),
        "stap": ("De stap", steps),
        "brief": ("De brief", letters),
    }
    for page in pages.values():
        for kind, name, line in links(page):
            what, known = targets[kind]
            if kind == "boek" and name == page.page.id:
                yield Problem(page.head.file, line, "Deze bladzijde verwijst naar zichzelf.")
            if name not in known:
                message = f"{what} “{name}” bestaat niet.{suggestion(name, known)}"
                yield Problem(page.head.file, line, message)


def read_conflicts(
    text: str, file: str, names: Names, pages: Collection[str], problems: list[Problem]
) -> Iterator[Conflict]:
    """The conflicts of one file."""
    check_words(text, file, names.words, problems)
    required = ("about", "weight", "says", "handling")
    for conflict_id, node in read_yaml(text, file, problems).items("De lijst van verschillen"):
        what = f"Het verschil “{conflict_id}”"
        parts = node.fields(what, (*required, "when", "steps", "pages"), required)
        says = {
            document: child.text("says")
            for document, child in (parts["says"].items("says") if "says" in parts else ())
            if child.named("De bron", document, names.sources)
        }
        if parts and not {"steps", "pages"} & parts.keys():
            node.problem(f"{what} hoort nergens bij. Noem steps of pages.")
        weights = [weight.value for weight in Weight]
        weight = parts["weight"].one_of("Het gewicht", weights) if "weight" in parts else ""
        yield Conflict(
            id=conflict_id,
            about=text_of(parts, "about"),
            weight=Weight(weight or Weight.STEP),
            says=says,
            handling=text_of(parts, "handling"),
            when=read_when(parts.get("when"), names.domains),
            steps=named(parts, "steps", "De stap", names.steps),
            pages=named(parts, "pages", "De bladzijde", pages),
        )


def read_papers(
    text: str, file: str, problems: list[Problem], names: Names, letters: Collection[str]
) -> dict[str, Paper]:
    """Every letter, form, report and registration of the field."""
    required = ("title", "kind", "by", "to", "moment", "data", "sources", "named")
    papers = {}
    for paper_id, node in read_yaml(text, file, problems).items("De lijst van stukken"):
        what = f"Het stuk “{paper_id}”"
        parts = node.fields(what, (*required, "steps", "letter"), required)
        papers[paper_id] = Paper(
            id=paper_id,
            title=text_of(parts, "title"),
            kind=parts["kind"].one_of("De soort", PAPER_KINDS) if "kind" in parts else "",
            by=text_of(parts, "by"),
            to=text_of(parts, "to"),
            moment=text_of(parts, "moment"),
            data=text_of(parts, "data"),
            sources=read_sources(parts.get("sources"), frozenset(names.sources)),
            steps=named(parts, "steps", "De stap", names.steps),
            letter=parts["letter"].one_of("De brief", letters) if "letter" in parts else "",
            named="named" in parts and parts["named"].flag("named"),
        )
    return papers
