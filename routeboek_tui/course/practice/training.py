"""The place to practise: its menu, and what is done there, one thing on top of another."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import chain

from msgspec.structs import replace

from routeboek_tui.conversation.practice.cases import Row, by_route, rows
from routeboek_tui.conversation.practice.outcome import Result
from routeboek_tui.conversation.practice.sheet import Line, Sheet, Tone
from routeboek_tui.conversation.practice.way import Astray
from routeboek_tui.conversation.view import Option
from routeboek_tui.course.answering import selected
from routeboek_tui.course.letter.paper import Paper
from routeboek_tui.course.looking import Looking
from routeboek_tui.course.practice.drill import Drill
from routeboek_tui.course.practice.keeping import Keeping
from routeboek_tui.course.practice.making import Making
from routeboek_tui.course.practice.practice import Practice
from routeboek_tui.course.practice.practising import NOTHING, Heard, Practising
from routeboek_tui.course.practice.progress import Standing
from routeboek_tui.library.content import Library
from routeboek_tui.library.exercise import Exercise
from routeboek_tui.library.places import progress_folder
from routeboek_tui.library.practice_words import Words, filled
from routeboek_tui.library.progress import Store
from routeboek_tui.library.training import Training as Kit
from routeboek_tui.library.training import training
from routeboek_tui.text.characters import plain

CANNOT = "Oefenen kan nu niet. {}"
"""Said amid a talk where what there is to practise with cannot be read."""

CASES, DRILL, PROGRESS, MAKING = "zaken", "vragen", "voortgang", "nieuw"
"""What can be done here, by the name of its command."""


class Training:
    """The place to practise, of one trainee: ``name`` is a pseudonym, "" for nobody's.

    It opens with ``first``: one of the things that can be done here, the name of a case, or a case
    of somebody's own; "" is the menu. ``file`` is where a new case is to be written.
    """

    def __init__(  # noqa: PLR0913 - what the place is made of
        self,
        library: Library,
        kit: Kit,
        store: Store,
        now: Callable[[], datetime],
        *,
        name: str = "",
        first: str | Exercise = "",
        file: str = "",
    ) -> None:
        self.library, self.words = library, kit.words
        self._kit, self._file = kit, file
        self._keeping = Keeping(kit.words, store, now, name)
        self._frames: list[Practising] = [_Menu(self)]
        self._told: list[str] = []
        self._warned = False
        self._played: list[Practice] = []
        self._before: tuple[str, ...] = ()
        if first:
            self._open(first)
        self._before = (*self._told, *self._keeping.told())
        self._told = []

    @property
    def _frame(self) -> Practising:
        return self._frames[-1]

    @property
    def sheet(self) -> Sheet:
        """What is to be seen now; what there was to say beforehand stands above the first one.

        Whatever goes wrong in what is practised ends that, and nothing else.
        """
        try:
            sheet = self._frame.sheet
        except Exception as error:
            self._before = (*self._before, self._broke(error))
            sheet = self._frame.sheet
        before = tuple(Line(each, Tone.WRONG) for each in self._before)
        return replace(sheet, lines=(*before, *sheet.lines)) if before else sheet

    @property
    def name(self) -> str:
        """Under which pseudonym progress is kept, "" for none."""
        return self._keeping.name

    @property
    def paper(self) -> Paper | None:
        """What can be saved here."""
        return self._frame.paper

    def hear(self, line: str) -> Heard:
        """Take what was typed. "terug" and "stop" work everywhere."""
        self._before = ()
        typed = plain(line)
        leaves = typed in (*self.words.stops, *self.words.backs)
        warning = self._warning(stops=typed in self.words.stops) if leaves else ""
        self._warned = bool(warning) and not self._warned
        if self._warned:
            return Heard((warning,))
        if typed in self.words.stops:
            return Heard(stop=True)
        try:
            heard = Heard(back=True) if typed in self.words.backs else self._frame.hear(line)
        except Exception as error:
            heard = Heard((self._broke(error),))
        if heard.back:
            if len(self._frames) == 1:
                return Heard(heard.said, back=True)
            self._frames.pop()
        if heard.then:
            self._frames.append(heard.then)
        said, self._told = (*heard.said, *self._told, *self._keeping.told()), []
        return Heard(said, stop=heard.stop)

    def _broke(self, error: Exception) -> str:
        """Go back to the menu from what went wrong inside, and say so: a talk beside it goes on."""
        self._frames, self._played = [_Menu(self)], []
        return filled(self.words.broke, type(error).__name__)

    def _warning(self, *, stops: bool) -> str:
        """What is lost, or left for later, by leaving what is done now; "" for nothing."""
        at = -2 if stops and isinstance(self._frame, Looking) else -1
        match self._frames[at]:
            case Making(begun=True):
                return self.words.loses
            case Practice(halfway=True):
                return self.words.case_loses if stops else self.words.case_waits
        return ""

    def remove(self) -> tuple[str, ...]:
        """Throw away all of this pseudonym, and say so."""
        self._keeping.remove()
        return self._keeping.told()

    def _open(self, what: str | Exercise) -> None:
        """Go to something that can be done here.

        :raises KeyError: for a case that is not there
        """
        keeping, words = self._keeping, self.words
        if isinstance(what, Exercise):
            self._play(what)
        elif what == CASES:
            self._frames.append(_Cases(self))
        elif what == DRILL:
            self._frames.append(Drill(self.library, words, keeping))
        elif what == PROGRESS:
            self._frames.append(Standing(self.library, self._kit, keeping))
        elif what == MAKING:
            self._frames.append(Making(self.library, words, keeping.today, self._file))
        else:
            self._play(self._kit.exercises[what])

    def _play(self, exercise: Exercise) -> None:
        def done(result: Result) -> None:
            self._keeping.played(result)

        same = (each for each in self._played if each.exercise == exercise)
        waiting = next((each for each in same if each.halfway), None)
        if waiting:
            self._frames.append(waiting)
            return
        try:
            self._frames.append(made := Practice(self.library, self.words, exercise, done))
            self._played = [*(each for each in self._played if each.halfway), made]
        except Astray as astray:
            self._told.append(filled(self.words.unfit, astray.step, astray))


def opened(
    library: Library, *, name: str = "", first: str | Exercise = "", file: str = ""
) -> Training:
    """The place to practise of who uses this computer, at this moment.

    :raises BrokenLibrary: when the words of it cannot be used
    :raises KeyError: for a case that is not there
    """
    store = Store(progress_folder())
    return Training(
        library, training(library), store, lambda: datetime.now(UTC),
        name=name, first=first, file=file,
    )  # fmt: skip


class _Menu:
    """What can be done here."""

    paper = None

    def __init__(self, place: Training) -> None:
        self._place = place

    @property
    def sheet(self) -> Sheet:
        words = self._place.words
        doors = (
            (CASES, words.to_cases),
            (DRILL, words.to_drill),
            (PROGRESS, words.to_progress),
            (MAKING, words.to_making),
        )
        options = tuple(Option(str(n), *each) for n, each in enumerate(doors, 1))
        name = self._place.name
        who = filled(words.as_name, name) if name else words.as_nobody
        lines = (Line(words.about), Line(who, Tone.MUTED))
        return Sheet(words.place, lines, words.what, options)

    def hear(self, line: str) -> Heard:
        """Go there."""
        keys = selected(line, self.sheet.options)
        what = next((o.choice for o in self.sheet.options if (o.key,) == keys), plain(line))
        if what not in {CASES, DRILL, PROGRESS, MAKING}:
            return Heard((self._place.words.not_understood,))
        self._place._open(what)
        return NOTHING


class _Cases:
    """The list of all cases; words that are typed narrow it."""

    paper = None

    def __init__(self, place: Training) -> None:
        self._place = place
        self._all = rows(place.library, place._kit.exercises.values())
        self._rows = self._all

    @property
    def sheet(self) -> Sheet:
        words: Words = self._place.words
        options = tuple(
            Option(str(n), row.id, filled(words.case_row, row.title, row.region, row.sector))
            for n, row in enumerate(self._rows, 1)
        )
        wrong = tuple(Line(str(each), Tone.WRONG) for each in self._place._kit.problems)
        keys = {row.id: option.key for row, option in zip(self._rows, options, strict=True)}
        heads = {keys[found[0].id]: route for route, found in by_route(self._rows)}
        asked = f"{words.which_case} {words.narrow}"
        return Sheet(words.to_cases, wrong, asked, options, heads=heads)

    def hear(self, line: str) -> Heard:
        """Play one, or show those that fit some words."""
        keys = selected(line, self.sheet.options)
        named = (row.id for row in self._all if row.id == line.strip().lower())
        picked = (row.id for n, row in enumerate(self._rows, 1) if (str(n),) == keys)
        if found := next(chain(named, picked), ""):
            self._place._open(found)
            return NOTHING
        if line.strip().isdecimal():
            return Heard((filled(self._place.words.not_in_list, line.strip()),))
        words = plain(line).split()
        places = {each for row in self._all for each in _place_words(row)}
        fitting = tuple(row for row in self._all if _fits(row, words, places))
        if not fitting:
            return Heard((self._place.words.not_understood,))
        self._rows = fitting
        return NOTHING


def _place_words(row: Row) -> frozenset[str]:
    """The words for where a case is: its region and sector."""
    return frozenset(plain(f"{row.region} {row.sector}").split())


def _fits(row: Row, words: list[str], places: set[str]) -> bool:
    """Whether each of ``words`` stands in what is said of a case.

    What is the name of a region or sector means that one, and is no part of another word.
    """
    said = plain(" ".join((row.title, row.route, row.region, row.sector, row.teaches)))
    here = _place_words(row)
    return all(word in here if word in places else word in said for word in words)
