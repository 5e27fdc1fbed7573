"""The files of the guide as text, with the figures in them, and every problem they have."""

from pathlib import Path

from routeboek_tui.library import dangers, ordinary_file
from routeboek_tui.library.node import UNREADABLE
from routeboek_tui.library.numerals import looked_at, remarks
from routeboek_tui.library.places import FIGURES
from routeboek_tui.library.plain_words import PlainWords, is_read
from routeboek_tui.library.problems import UNOPENED, Problem
from routeboek_tui.library.references import References
from routeboek_tui.library.sayings import FILE as SAYINGS
from routeboek_tui.library.wording import Text
from routeboek_tui.text.characters import steers


class Files:
    """The files below a folder, read as text; what cannot be read is a problem."""

    def __init__(self, root: Path, problems: list[Problem]) -> None:
        self.root = root
        self.problems = problems
        self._told: list[Problem] | None = None
        self.references: References | None = None
        self.official: frozenset[str] = frozenset()
        self.plain_words: PlainWords | None = None

    @property
    def told(self) -> list[Problem]:
        """The problems to tell, in order of place; first those that others can follow from."""
        if self._told is None:
            return sorted(set(self.problems), key=_causes_first)
        unreadable = (each for each in self.problems if each.message in UNREADABLE)
        return sorted({*self._told, *unreadable}, key=_causes_first)

    def rest_on(self, *names: object) -> None:
        """Names that could not be read silence what is found later: all of it would miss them.

        Only files that cannot be read themselves are still told.
        """
        if self._told is None and not all(names):
            self._told = list(self.problems)

    def name(self, path: Path) -> str:
        """How a file is called in a message."""
        return path.relative_to(self.root).as_posix()

    def table(self, name: str) -> tuple[str, str, list[Problem]]:
        """One file: its text, its name, and where to tell what is wrong with it."""
        return self.text(self.root / name), name, self.problems

    def text(self, path: Path) -> str:
        """The text of a file; what cannot be read is a problem, and the rest is still looked at."""
        name = self.name(path)
        try:
            return self.filled(name, self.printable(name, ordinary_file.read_text(path)))
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            message = "Hier staat geen UTF-8-tekst. Sla het bestand op als UTF-8."
            self.problems.append(Problem(name, line, message))
            return ordinary_file.read_text(path, "replace")
        except FileNotFoundError:
            message = "Dit bestand ontbreekt."
        except OSError:
            message = UNOPENED
        self.problems.append(Problem(name, 1, message))
        return ""

    def filled(self, name: str, text: str) -> str:
        """``text`` with the figures in it, once they are known."""
        if self.plain_words and is_read(name):
            self.problems.extend(self.plain_words.remarks(text, name))
        told = self.references
        # The braces of the arithmetic hold slots, which are filled when it speaks.
        if told is None or not name.endswith((".md", ".yaml")) or name == SAYINGS:
            return text
        if looked_at(name):
            self.problems.extend(remarks(text, name, told.figures, told.on, self.official))
        return told.fill(text, name, self.problems)

    def explained(self, text: Text, name: str) -> None:
        """Every word of the field that ``text`` asks with and leaves unexplained is a problem."""
        if self.plain_words:
            self.problems.extend(self.plain_words.unexplained(text, name))

    def printable(self, name: str, text: str) -> str:
        """``text``, with a problem for every line that holds a character nobody can see."""
        for number, line in enumerate(text.split("\n") if steers(text) else (), start=1):
            if steers(line):
                message = "Hier staat een onzichtbaar stuurteken. Typ de regel opnieuw."
                self.problems.append(Problem(name, number, message))
        if name != dangers.NUMBERS:
            self.problems.extend(dangers.loose_numbers(text, name))
        return text

    def below(self, folder: str, ending: str) -> list[Path]:
        """The files below a folder with this ending, in order."""
        return sorted((self.root / folder).rglob(f"*{ending}"))


def _causes_first(problem: Problem) -> tuple[bool, bool, Problem]:
    """A file that cannot be read lacks to all that name it, and so does a figure."""
    figure = problem.file.startswith(f"{FIGURES}/")
    return problem.message not in UNREADABLE, not figure, problem
