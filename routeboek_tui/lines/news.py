"""What there is to do now, told once: only what is new since the turn before."""

from collections.abc import Sequence

from routeboek_tui.conversation.advice_view import NOW, Group, advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.first_screen import Deed
from routeboek_tui.export import advice
from routeboek_tui.lines.lines import Lines
from routeboek_tui.text.document import plain


class News:
    """What was told to do a turn before; ``out`` is where what is new is told."""

    def __init__(self, out: Lines) -> None:
        self._out = out
        self._told: frozenset[str] = frozenset()

    def show(self, talk: Conversation) -> None:
        """Tell what is new.

        A step that first waits for a fact is told when the fact is known, in the right words.
        """
        view, ask = advice_view(talk), talk.ask
        told = set()
        for group in view.danger:
            # A worry that becomes danger has a new title, and is told again.
            told.add(group.title)
            if group.title not in self._told:
                self._danger(group)
        waits = f"{ask.step}@{ask.visit}" if ask and ask.fact else ""
        deeds = [each for each in view.first.deeds if f"{each.step}@{each.visit}" != waits]
        new = [deed for deed in deeds if deed.place not in self._told]
        self._told = frozenset(told | {deed.place for deed in deeds})
        if new:
            self._deeds(view.heading, new)
            if view.first.back:
                self._out.say(view.first.back)
            self._out.say()

    def _deeds(self, heading: str, new: Sequence[Deed]) -> None:
        out = self._out
        out.say(f"{heading}:")
        for deed in new:
            out.say(deed.plain, "- ")
        for deed in new:
            if deed.letter:
                out.say(f"Brief hierbij: {deed.letter_word}. Typ: brief {deed.letter}")

    def _danger(self, group: Group) -> None:
        out = self._out
        out.say(f"{NOW}: {group.title}")
        for runs in advice.group_runs(group):
            out.say(plain(runs), "- ")
        if group.avoid:
            out.say(advice.AVOID)
        for each in group.avoid:
            out.say(each, "- ")
        for note in group.notes:
            out.say(note)
        out.say(f"Bron: {group.source}.")
        for name, title in group.letters:
            out.say(f"Brief hierbij: {title}. Typ: brief {name}")
        out.say()
