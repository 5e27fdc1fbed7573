"""Reads the facts: their order, their values, what follows from a value, and their words."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.core.facts import DATED, NAMED, PLACE, REGION, Scheme
from routeboek_tui.library.node import Node, read_page, read_yaml, text_of
from routeboek_tui.library.pages import Names, read_fact
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.scheme import DATE
from routeboek_tui.library.source import Edition
from routeboek_tui.library.wording import Text
from routeboek_tui.text.enumeration import one_of
from routeboek_tui.text.spelling import suggestion

FOLDER = "content/facts"
ORDER = f"{FOLDER}/volgorde.yaml"


class FactFile(Struct, frozen=True):
    """The text of the file of one fact, and its values with the place of each."""

    text: str
    file: str
    values: Mapping[str, Node]
    follows: Mapping[str, Mapping[str, Node]]
    dated: bool
    readable: bool


def read_facts(
    order: str, files: Mapping[str, tuple[str, str]], problems: list[Problem]
) -> tuple[Scheme, dict[str, FactFile]]:
    """The facts in the order of :data:`ORDER`; ``files`` holds per fact its file and its text."""
    listed = read_yaml(order, ORDER, problems)
    found: dict[str, FactFile] = {}
    for item in listed.nodes("De volgorde van de feiten"):
        fact = item.text("Het feit")
        if fact in found:
            item.problem(f"“{fact}” staat hier twee keer.")
        elif fact not in files:
            message = f"Het feit “{fact}” heeft geen tekst. Maak content/facts/{fact}.md."
            item.problem(f"{message}{suggestion(fact, files)}")
        else:
            file, text = files[fact]
            found[fact] = _outline(text, file, problems)
    for fact, (file, _) in files.items():
        if listed.value is not None and fact not in found:
            problems.append(Problem(file, 1, f"Het feit “{fact}” staat niet in {ORDER}."))
    scheme = Scheme(
        {fact: tuple(each.values) for fact, each in found.items()}
        | {fact: () for fact in NAMED if fact not in found},
        {
            fact: {
                value: {other: node.text(other) for other, node in ways.items()}
                for value, ways in each.follows.items()
            }
            for fact, each in found.items()
            if each.follows
        },
        frozenset(fact for fact, each in found.items() if each.dated),
    )
    if found:
        problems.extend(_prove(scheme, found, listed))
    return scheme, found


def _outline(text: str, file: str, problems: list[Problem]) -> FactFile:
    """The values of a fact; what is wrong with the rest of its file is told later."""
    head, _, _ = read_page(text, file, problems)
    readable, head.problems = head.value is not None, []
    parts = dict(head.items("")) if readable else {}
    values = dict(parts["choices"].items("")) if "choices" in parts else {}
    follows: dict[str, dict[str, Node]] = {}
    for value, node in values.items():
        settled = dict(node.items("")).get("implies")
        if settled is not None:
            follows[value] = dict(settled.items(""))
    return FactFile(text, file, values, follows, text_of(parts, "kind") == DATE, readable)


def _prove(scheme: Scheme, found: Mapping[str, FactFile], order: Node) -> Iterator[Problem]:
    """What the program reckons with is there, and what is said to follow can be so."""
    for fact, values in NAMED.items():
        if fact in found and not found[fact].readable:
            continue
        if fact not in found:
            yield Problem(
                ORDER, order.line, f"De gids vraagt zelf naar “{fact}”. Zet dat feit terug."
            )
            continue
        for value in values:
            if value not in found[fact].values:
                near = suggestion(value, [v for v in found[fact].values if v not in values])
                yield Problem(
                    found[fact].file, 1,
                    f"De gids rekent met de keuze “{value}” van “{fact}”. Zet die terug.{near}",
                )  # fmt: skip
    for fact, each in found.items():
        if not each.readable:
            continue
        if each.dated and tuple(each.values) != (DATED,):
            yield Problem(each.file, 1, f"Een datum heeft precies één keuze: “{DATED}”.")
        if not each.values:
            yield Problem(each.file, 1, f"Het feit “{fact}” heeft geen keuzes.")
        yield from _following(scheme, fact, each)


def _following(scheme: Scheme, fact: str, each: FactFile) -> Iterator[Problem]:
    """What one value settles, the others of the same fact settle too."""
    settled = dict.fromkeys(other for ways in each.follows.values() for other in ways)
    for value, node in each.values.items():
        for other in settled:
            if other not in each.follows.get(value, {}):
                known = ", ".join(scheme.domains.get(other, ()))
                yield Problem(
                    node.file, node.line,
                    f"De keuze “{value}” zegt niet wat er volgt voor “{other}”, en andere keuzes "
                    f"wel. Zet erbij: implies: {{{other}: …}}. Kies uit: {known}.",
                )  # fmt: skip
    for ways in each.follows.values():
        for other, node in ways.items():
            said = node.text(other)
            others = {name: v for name, v in scheme.domains.items() if name != fact}
            if other not in others:
                message = f"Het feit “{other}” bestaat hier niet.{suggestion(other, others)}"
                yield Problem(node.file, node.line, message)
            elif said not in others[other]:
                message = f"De waarde “{said}” bestaat niet.{suggestion(said, others[other])}"
                yield Problem(node.file, node.line, message)


def fact_texts(
    found: Mapping[str, FactFile], scheme: Scheme, names: Names, problems: list[Problem]
) -> dict[str, Text]:
    """The words of every fact. A value is also said by what leads to it: a region by its places."""
    texts = {
        fact: read_fact(each.text, each.file, fact, names, problems) for fact, each in found.items()
    }
    problems.extend(
        Problem(found[fact].file, 1, f"Dit feit mist “{part}”.")
        for fact, text in texts.items()
        for part in ("question", "find_out")
        if not getattr(text, part)
    )
    return {
        fact: _led_to(text, texts, found[fact], scheme, problems) for fact, text in texts.items()
    }


def _led_to(
    text: Text, texts: Mapping[str, Text], file: FactFile, scheme: Scheme, problems: list[Problem]
) -> Text:
    choices = {}
    for value, choice in text.choices.items():
        leading = [
            texts[fact].choices[each]
            for fact, ways in scheme.follows.items()
            for each, settled in ways.items()
            if settled.get(text.id) == value
        ]
        more = (name for other in leading for name in (other.label, *other.synonyms))
        label = choice.label or one_of(each.label for each in leading)
        if not label and value in file.values:
            node = file.values[value]
            problems.append(Problem(node.file, node.line, f"De keuze “{value}” mist “label”."))
        choices[value] = replace(
            choice, label=label, synonyms=tuple(dict.fromkeys((*choice.synonyms, *more)))
        )
    return replace(text, choices=choices)


def prove_places(
    found: Mapping[str, FactFile], scheme: Scheme, editions: Mapping[str, Edition]
) -> Iterator[Problem]:
    """Every gemeente stands in an edition of her region, where those name the gemeenten at all."""
    for place, node in found[PLACE].values.items() if PLACE in found else ():
        region = scheme.follows.get(PLACE, {}).get(place, {}).get(REGION, "")
        there = [each for each in editions.values() if region and each.region == region]
        naming = [each for each in there if each.municipalities]
        if naming and not any(place in each.municipalities for each in naming):
            names = ", ".join(f"“{each.id}”" for each in naming)
            yield Problem(
                node.file, node.line,
                f"Geen editie van “{region}” noemt de gemeente “{place}”. Zet haar in "
                f"flows/editions.yaml bij municipalities van {names}: waar zij geldt.",
            )  # fmt: skip
