"""Decodes ``content/gevaar``, and makes a page of the book of every kind of danger."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from routeboek_tui.core.flow import Source
from routeboek_tui.core.safety import UNCLEAR
from routeboek_tui.library.conditions import read_sources
from routeboek_tui.library.danger import MELDCODE, PAGE, Calling, Danger, Deed, Number
from routeboek_tui.library.node import Node, read_yaml, text_of, texts_of
from routeboek_tui.library.page import Page
from routeboek_tui.library.pages import Names
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.way_lists import read_ways
from routeboek_tui.text import dates
from routeboek_tui.text.spelling import suggestion

NUMBERS = "content/gevaar/nummers.yaml"
KINDS = "content/gevaar/soorten.yaml"
WORDS = "content/gevaar/taal.yaml"
WHO_READS = "jij"
"""The actor of what there is to do about danger: whoever hears of it, whatever their office."""

CHAPTER = "gevaar"
"""The chapter of the book that holds the kinds of danger."""

FRESH = timedelta(days=365)
"""Calendar days for which what was checked counts as fresh."""

ABOUT = (
    "Dit is algemene informatie, van buiten het routeboek. Waar “ons advies” staat, heeft de gids"
    " daar geen bron voor."
)

_PHONE = re.compile(r"0(?<![\w.,/§-]0)[0-9]{2,3}[ -]?[0-9](?:[ -]?[0-9]){3,6}(?![\w-])")
_NAMED = re.compile(r"\{([a-z0-9_]+)\}")
_DEED = ("do", "actor", "own", "sources", "parents")


def read_numbers(text: str, file: str, names: Names, problems: list[Problem]) -> dict[str, Number]:
    """The numbers to call."""
    needed = ("number", "say", "for", "open", "names", "sources", "checked")
    found = {}
    for number_id, node in read_yaml(text, file, problems).items("De lijst van nummers"):
        parts = node.fields(f"Het nummer “{number_id}”", needed, needed)
        found[number_id] = Number(
            id=number_id,
            number=text_of(parts, "number"),
            say=text_of(parts, "say"),
            about=text_of(parts, "for"),
            hours=text_of(parts, "open"),
            names=texts_of(parts, "names"),
            sources=_sources(node, parts, names),
            checked=_day(parts.get("checked")),
        )
    return found


def read_calling(text: str, file: str, problems: list[Problem]) -> Calling:
    """How people say that somebody was called already."""
    needed = ("gebeld", "nog_niet", "bij_namen")
    parts = read_yaml(text, file, problems).fields("Deze lijst", needed, needed)
    return Calling(*(texts_of(parts, name) for name in needed))


def read_dangers(
    text: str, file: str, names: Names, numbers: Mapping[str, Number], problems: list[Problem]
) -> dict[str, Danger]:
    """The kinds of danger, with the numbers filled in where a text names them."""
    needed = (
        "title", "about", "call", "now", "worry", "not", "tell", "meldcode", "sources", "checked",
    )  # fmt: skip
    found = {}
    top = read_yaml(text, file, problems)
    for kind, node in top.items("De lijst van soorten gevaar"):
        parts = node.fields(f"Het gevaar “{kind}”", (*needed, "hold", "names", "said"), needed)
        sources = _sources(node, parts, names)
        for name in texts_of(parts, "call"):
            parts["call"].named("Het nummer", name, numbers)
        for name in texts_of(parts, "hold"):
            parts["hold"].named("De ontvanger", name, names.recipients)

        def deeds(
            part: str, parts: Mapping[str, Node] = parts, sources: tuple[Source, ...] = sources
        ) -> tuple[Deed, ...]:
            if part not in parts:
                return ()
            read = [_deed(*each, sources, names, numbers) for each in parts[part].items(part)]
            return tuple(read)

        found[kind] = Danger(
            id=kind,
            title=text_of(parts, "title"),
            about=text_of(parts, "about"),
            names=texts_of(parts, "names"),
            call=texts_of(parts, "call"),
            now=deeds("now"),
            worry=deeds("worry"),
            avoid=deeds("not"),
            tell=deeds("tell"),
            hold=texts_of(parts, "hold"),
            meldcode="meldcode" in parts and parts["meldcode"].flag("meldcode"),
            sources=sources,
            checked=_day(parts.get("checked")),
            said=read_ways(parts.get("said"), "said"),
        )
    if found and MELDCODE not in (found[UNCLEAR].deeds if UNCLEAR in found else ()):
        top.problem(
            f"Het gevaar “{UNCLEAR}” met de regel “{MELDCODE}” ontbreekt. De gids gebruikt het als"
            " de soort niet bekend is."
        )
    return found


def _deed(
    name: str,
    node: Node,
    sources: tuple[Source, ...],
    names: Names,
    numbers: Mapping[str, Number],
) -> Deed:
    if node.value is not None and node.value.id == "scalar":
        parts: dict[str, Node] = {"do": node}
    else:
        parts = node.fields(f"De regel “{name}”", _DEED, ("do",))
    text = text_of(parts, "do")
    for number in _NAMED.findall(text):
        if number not in numbers:
            near = suggestion(number, numbers)
            node.problem(f"Het nummer “{number}” bestaat niet.{near}")
    actor = parts["actor"].one_of("De actor", names.actors) if "actor" in parts else WHO_READS
    own = "own" in parts and parts["own"].flag("own")
    others = read_sources(parts.get("sources"), frozenset(names.sources))
    heard = "parents" in parts and parts["parents"].flag("parents")
    told = filled(text, numbers)
    return Deed(name, told, actor, own, () if own else others or sources, parents=heard)


def filled(text: str, numbers: Mapping[str, Number]) -> str:
    """``text`` with each number to call where it is named in braces."""
    return _NAMED.sub(lambda m: numbers[m[1]].words if m[1] in numbers else m[0], text)


def _sources(node: Node, parts: Mapping[str, Node], names: Names) -> tuple[Source, ...]:
    found = read_sources(parts.get("sources"), frozenset(names.sources))
    if "sources" in parts and not found:
        node.problem("Hier staat geen bron. Zonder bron mag dit niet op het scherm.")
    return found


def _day(node: Node | None) -> date:
    written = node.text("checked") if node else ""
    day = dates.exact(written)
    if day is None and node:
        node.problem(f"De dag “{written}” bestaat niet. Schrijf hem als 2026-11-28.")
    return day or date.min


def loose_numbers(text: str, file: str) -> Iterator[Problem]:
    """Every telephone number in a text: it belongs in the table of numbers, and nowhere else."""
    if not _PHONE.search(text):
        return
    for line, words in enumerate(text.splitlines(), start=1):
        for found in _PHONE.finditer(words):
            yield Problem(
                file,
                line,
                f"Hier staat het nummer {found[0]}. Zet het in {NUMBERS} en noem het bij de naam.",
            )


def stale(
    numbers: Mapping[str, Number], dangers: Mapping[str, Danger], today: date
) -> Iterator[str]:
    """A remark for everything about danger that was not checked for more than a year."""
    for file, things in ((NUMBERS, numbers), (KINDS, dangers)):
        for name, thing in things.items():
            if today - thing.checked > FRESH:
                day = dates.short(thing.checked)
                said = f"“{name}” is voor het laatst nagekeken op {day}. Kijk of het nog klopt."
                yield f"{file}: {said}"


def pages(dangers: Mapping[str, Danger], numbers: Mapping[str, Number]) -> dict[str, Page]:
    """A page of the book for the numbers, and one for every kind of danger."""
    found = {
        f"{PAGE}nummers": Page(
            id=f"{PAGE}nummers",
            chapter=CHAPTER,
            title="Wie bel je bij gevaar?",
            names=("wie bel je bij gevaar", "wie bel ik bij gevaar", "noodnummers"),
            sources=tuple({s: None for each in numbers.values() for s in each.sources}),
            body="\n".join((ABOUT, "", *_numbers(numbers.values()))),
            see=tuple(f"{PAGE}{kind}" for kind in dangers),
        )
    }
    for kind, danger in dangers.items():
        found[f"{PAGE}{kind}"] = Page(
            id=f"{PAGE}{kind}",
            chapter=CHAPTER,
            title=danger.title,
            names=(danger.title,),
            sources=tuple({s: None for each in danger.deeds.values() for s in each.sources}),
            body="\n".join(_body(danger, numbers)),
            see=("meldcode", f"{PAGE}nummers") if danger.meldcode else (f"{PAGE}nummers",),
        )
    return found


def _numbers(numbers: Iterable[Number]) -> Iterator[str]:
    for number in numbers:
        yield f"- **{number.words}**. {number.about} {number.hours}"


def _body(danger: Danger, numbers: Mapping[str, Number]) -> Iterator[str]:
    yield from (ABOUT, "")
    for heading, deeds in (
        ("Er is nu gevaar", danger.now),
        ("Je maakt je zorgen", danger.worry),
        ("Wat je niet doet", danger.avoid),
        ("Wie het hoort", danger.tell),
    ):
        yield from (f"## {heading}", "")
        for deed in deeds:
            yield f"- {deed.words}"
        yield ""
    if danger.meldcode:
        yield from ("Volg daarnaast de [Meldcode](boek:meldcode).", "")
    yield from ("## Nummers", "")
    yield from _numbers(numbers[name] for name in danger.call if name in numbers)
    day = danger.checked
    yield from ("", f"Nagekeken op {dates.short(day)}.")
