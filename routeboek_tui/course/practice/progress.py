"""Progress as something to look at: under which name, how it stands, kept, saved and removed."""

from pathlib import Path
from typing import TYPE_CHECKING

from routeboek_tui.conversation.practice.sheet import Line, Sheet, Tone
from routeboek_tui.conversation.practice.standing import page, standing
from routeboek_tui.conversation.view import Option
from routeboek_tui.course.answering import selected
from routeboek_tui.course.letter.paper import Paper
from routeboek_tui.course.practice.drill import Drill
from routeboek_tui.course.practice.keeping import Keeping
from routeboek_tui.course.practice.practising import NOTHING, Heard
from routeboek_tui.library.practice_words import filled
from routeboek_tui.library.progress import pseudonym
from routeboek_tui.text.characters import plain

if TYPE_CHECKING:
    from routeboek_tui.library.content import Library
    from routeboek_tui.library.training import Training

WEAKEST = 5
"""So many questions that go wrong are named."""

NOBODY = ""
"""The choice to practise without keeping anything."""


class Standing:
    """How far somebody is; before a pseudonym is chosen it asks for one, and says who sees it."""

    def __init__(self, library: "Library", kit: "Training", keeping: Keeping) -> None:
        self._library, self._kit, self._keeping = library, kit, keeping
        self._words = kit.words
        self._removing = False

    @property
    def _lines(self) -> tuple[Line, ...]:
        drill = Drill(self._library, self._words, self._keeping)
        progress = self._keeping.progress
        weak = drill.weakest(WEAKEST)
        return tuple(standing(self._words, progress, self._kit.exercises, due=drill.due, weak=weak))

    @property
    def sheet(self) -> Sheet:
        """The progress, or the names there are."""
        words, keeping = self._words, self._keeping
        sees = Line(words.who_sees, Tone.MUTED)
        if not keeping.name:
            names = (*keeping.store.names(), NOBODY)
            options = tuple(
                Option(str(n), name, name or words.name_none) for n, name in enumerate(names, 1)
            )
            rule, hint = Line(words.name_rule), words.name_new
            asked = words.under_name
            return Sheet(words.to_progress, (sees, rule), asked, options, free=True, hint=hint)
        title = filled(words.progress, keeping.name)
        if self._removing:
            sure = filled(words.remove_sure, keeping.name)
            options = (Option("1", "", words.back), Option("2", "weg", words.remove_yes))
            return Sheet(title, (), sure, options, default="1")
        options = (Option("1", "", words.back), Option("2", "wis", words.remove))
        lines = (*self._lines, sees)
        return Sheet(title, lines, words.what, options, default="1", hint=words.keep_paper)

    @property
    def paper(self) -> Paper | None:
        """The page for the mentor."""
        name = self._keeping.name
        return Paper(page(self._words, name, self._lines), f"voortgang-{name}") if name else None

    def hear(self, line: str) -> Heard:
        """A name, or what to do with what stands there."""
        keys = selected(line, self.sheet.options) or ((self.sheet.default,) if not line else ())
        if not self._keeping.name:
            return self._call(line, keys)
        if self._removing:
            self._removing = False
            if keys == ("2",):
                self._keeping.remove()
                return Heard(back=True)
            return NOTHING
        first, _, rest = line.strip().partition(" ")
        if plain(first) == "bewaar" and (paper := self.paper):
            saved = paper.save(rest, Path(), "pdf", overwrite=False)
            return Heard((saved.words,))
        if keys == ("2",):
            self._removing = True
            return NOTHING
        return Heard(back=True) if keys == ("1",) else Heard((self._words.not_understood,))

    def _call(self, line: str, keys: tuple[str, ...]) -> Heard:
        option = next((o for o in self.sheet.options if (o.key,) == keys), None)
        if option and option.choice == NOBODY:
            return Heard(back=True)
        name = option.choice if option else pseudonym(line)
        if not name:
            return Heard((self._words.name_rule,))
        self._keeping.call(name)
        return NOTHING
