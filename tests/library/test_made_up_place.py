"""A gemeente, a JGZ region and a sector are added in data alone, led by the messages."""

import io
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.core.safety import NONE, SAFETY
from routeboek_tui.course.beginning import Beginning
from routeboek_tui.export.text import text
from routeboek_tui.letters.composition import compose
from routeboek_tui.library.compiled import Opening
from routeboek_tui.library.content import Library
from routeboek_tui.library.load import read
from routeboek_tui.library.preferences import recall
from routeboek_tui.library.problems import Problem
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.start import converse

MOST_ROUNDS = 12
"""Rounds of reading and mending in which a guide must be whole again."""

ARROW = re.compile(r"geen pijl bij .+\.")
APART = re.compile(r"maakt verschil naar .+, maar zegt niets over: .+\.")


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A copy of the whole guide that a test may change."""
    for folder in ("content", "flows", "letters"):
        shutil.copytree(root / folder, tmp_path / "gids" / folder)
    return tmp_path / "gids"


class Author:
    """Mends a guide by its messages and nothing else: the new value goes where an old one stands.

    ``like`` is the value whose lines are copied for ``new``; ``label`` is how each is called.
    """

    def __init__(
        self, guide: Path, fact: str, new: str, like: str, labels: tuple[str, str]
    ) -> None:
        self.guide, self.fact, self.new, self.like = guide, fact, new, like
        self.label, self.like_label = labels
        self.told: list[str] = []

    def until_whole(self) -> Library:
        """The guide after every message was followed."""
        for _ in range(MOST_ROUNDS):
            library, problems = read(self.guide)
            if not problems:
                return library
            self.told += map(str, problems)
            # From the bottom up, so that the lines of the others stay where they were.
            for problem in sorted(set(problems), key=lambda p: (p.file, -p.line)):
                self.follow(problem)
        raise AssertionError("\n".join(map(str, read(self.guide)[1])))

    def follow(self, problem: Problem) -> None:
        """Do what one message says, at its file and line."""
        file = self.guide / problem.file
        lines = file.read_text(encoding="utf-8").split("\n")
        at = problem.line - 1
        if settle := re.search(r"implies: \{(\w+): …\}", problem.message):
            lines[at] = lines[at].removesuffix("}") + f", implies: {{{settle[1]}: haaglanden}}}}"
        elif "bij municipalities" in problem.message:
            self.add_to_editions(problem.message)
            return
        elif ARROW.search(problem.message) or APART.search(problem.message):
            self.copy_line(lines, at)
        else:
            raise AssertionError(f"nobody knows what to do about: {problem}")
        file.write_text("\n".join(lines), encoding="utf-8")

    def add_to_editions(self, message: str) -> None:
        """In every edition that the message names."""
        file = self.guide / "flows/editions.yaml"
        assert "flows/editions.yaml" in message
        text = file.read_text(encoding="utf-8")
        edition = re.findall(r"“([\w-]+)”", message.partition("municipalities")[2])[0]
        before, head, after = text.partition(f"\n{edition}:\n")
        after = after.replace("municipalities: [", f"municipalities: [{self.new}, ", 1)
        file.write_text(before + head + after, encoding="utf-8")

    def copy_line(self, lines: list[str], at: int) -> None:
        """Let the first line from ``at`` that names the old value name the new one as well."""
        name = re.compile(rf"\b{self.fact}: \[?[^\]}},]*(?:, [^\]}},]*)*")
        for number in range(at, len(lines)):
            line = lines[number]
            for told in name.finditer(line):
                if not re.search(rf"\b{self.like}\b", told[0]) or self.new in told[0]:
                    continue
                both = f"{self.like}, {self.new}"
                both = told[0].replace(self.like, both if "[" in told[0] else f"[{both}]", 1)
                lines[number] = line[: told.start()] + both + line[told.end() :]
                return
            if line.startswith("|") and self.like_label in line:
                self.widen(lines, number, line)
                return
            if "{%" in line and re.search(rf"\b(?:el)?if {self.like}\b", line):
                lines[number] = re.sub(
                    rf"((?:el)?if) {self.like}\b", rf"\1 ({self.like} or {self.new})", line, count=1
                )
                return
        raise AssertionError(f"no line names {self.like} below {at + 1}")

    def widen(self, lines: list[str], number: int, line: str) -> None:
        """A row or a column more in a table."""
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] == self.like_label:
            lines.insert(number, line.replace(self.like_label, self.label, 1))
            return
        row = number
        while row < len(lines) and lines[row].startswith("|"):
            own = {number: f" {self.label} |", number + 1: "---|"}.get(
                row, " staat niet in de bron |"
            )
            lines[row] += own
            row += 1


def add(guide: Path, fact: str, line: str) -> None:
    """One more choice of a fact."""
    file = guide / f"content/facts/{fact}.md"
    head, choices, rest = file.read_text(encoding="utf-8").partition("choices:\n")
    file.write_text(f"{head}{choices}{line}\n{rest}", encoding="utf-8")


def test_a_made_up_gemeente_needs_data_alone(copy: Path, today: date, tmp_path: Path) -> None:
    add(copy, "gemeente", "  zandvoorde: {label: Zandvoorde, short: Zandvoorde, synonyms: [zv]}")
    author = Author(copy, "gemeente", "zandvoorde", "rijswijk", ("Zandvoorde", "Rijswijk"))
    library = author.until_whole()

    told = "\n".join(author.told)
    for place in (
        "content/facts/gemeente.md",
        "content/words.yaml",
        "flows/haaglanden/",
        "content/boek/",
        "letters/",
    ):
        assert place in told
    assert "noord_kennemerland" not in told.replace("Kies uit: haaglanden, noord_kennemerland", "")
    assert library.facts["regio"].choices["haaglanden"].label.startswith("Zandvoorde, Den Haag")
    assert "zv" in library.facts["regio"].choices["haaglanden"].synonyms
    start = Beginning(Opening.of(library), {"gemeente": "zandvoorde"})
    where = next(choice for choice in start.groups[0].choices if choice.chosen)
    assert where.name == "gemeente=zandvoorde"
    assert start.facts == {"gemeente": "zandvoorde", "regio": "haaglanden"}
    assert every_road_is_open(library, {"gemeente": "zandvoorde"}, today)
    assert in_lines(library, today, tmp_path, ["Zandvoorde", "VO"])["gemeente"] == "zandvoorde"
    assert in_lines(library, today, tmp_path, ["zv", "VO"])["regio"] == "haaglanden"
    assert "de teamleider" in written(
        library, "notitie-regisseur", {"gemeente": "zandvoorde"}, today
    )


def written(library: Library, name: str, facts: dict[str, str], today: date) -> str:
    """The text of a letter with nothing filled in."""
    made = compose(
        library.letters[name], library.fields, {}, facts, library.scheme.domains,
        library.words_in(facts), frozenset(), today,
    )  # fmt: skip
    return text(made.document)


def every_road_is_open(library: Library, known: dict[str, str], today: date) -> bool:
    """Every answer to everything that is asked leads on, on every route, with ``known``."""
    for flow in library.flows.values():
        talk = Conversation.start(library, flow.id, today, {**known, SAFETY: NONE})
        for fact, value in known.items():
            there = value in flow.domains[fact]
            assert talk.answers.facts.get(fact) == (value if there else None)
        for step in flow.steps.values():
            rules = Rulebook(flow)
            for choice in ("", *(each.id for each in step.choices)):
                edges = step.choice(choice).edges if choice else step.edges
                if edges and {f for e in edges for f in e.when} <= known.keys():
                    assert rules.next(step, choice, known).to
    return True


def in_lines(library: Library, today: date, folder: Path, typed: list[str]) -> dict[str, str]:
    """What the line face remembers after these lines."""
    said = io.StringIO("\n".join([*typed, "stop", ""]))
    settings = folder / "voorkeuren.json"
    settings.unlink(missing_ok=True)
    talk = Conversation.start(library, TRIAGE, today)
    converse(Lines.between(said, io.StringIO()), Opening.of(library), talk, settings)
    return recall(library.scheme, settings)


def test_a_made_up_jgz_region_needs_data_alone(copy: Path, today: date) -> None:
    add(copy, "jgz", "  duinen: {label: JGZ Duinen, short: JGZ Duinen, synonyms: [duinen]}")
    author = Author(copy, "jgz", "duinen", "zhw", ("JGZ Duinen", "JGZ Zuid-Holland West"))
    library = author.until_whole()
    assert any("jgz=duinen" in line for line in author.told)
    assert library.words_in({"jgz": "duinen"})["jgz"] == "JGZ Zuid-Holland West"
    assert every_road_is_open(library, {"jgz": "duinen"}, today)


@pytest.mark.parametrize("gone", ["po", "vo"])
def test_a_sector_the_program_reckons_with_cannot_go(copy: Path, gone: str) -> None:
    file = copy / "content/facts/sector.md"
    lines = file.read_text(encoding="utf-8").split("\n")
    file.write_text(
        "\n".join(line for line in lines if not line.startswith(f"  {gone}:")), encoding="utf-8"
    )
    (problem,) = read(copy)[1]
    assert problem.file == "content/facts/sector.md"
    assert f"De gids rekent met de keuze “{gone}” van “sector”" in problem.message


def test_a_sector_without_figures_is_told(copy: Path) -> None:
    add(
        copy,
        "sector",
        "  mbo: {label: Middelbaar beroepsonderwijs (MBO), short: MBO, synonyms: [mbo]}",
    )
    told = "\n".join(str(problem) for problem in read(copy)[1])
    assert "sector=mbo" in told
    assert "De regel “zorgwekkend_ziekteverzuim” kent geen drempels voor de sector “mbo”" in told
