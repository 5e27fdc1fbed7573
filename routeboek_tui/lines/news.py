"""What there is to do now, told once and in short: only what is new since the turn before."""

from collections.abc import Sequence

from routeboek_tui.conversation.advice.advice_view import NOW
from routeboek_tui.conversation.advice.first_screen import Deed, apart
from routeboek_tui.conversation.advice.groups import Group
from routeboek_tui.conversation.advice.not_to_do import NOT, Avoided
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.export import advice
from routeboek_tui.lines.lines import Lines
from routeboek_tui.text.document import plain

BESIDE = "Tegelijk"


class News:
    """What was told to do a turn before; ``out`` is where what is new is told."""

    def __init__(self, out: Lines) -> None:
        self._out = out
        self._told: frozenset[tuple[str, int]] = frozenset()
        self._warned: frozenset[str] = frozenset()

    def show(self, talk: Conversation) -> None:
        """Tell what is new, and when to come back.

        A step that first waits for a fact is told when the fact is known, in the right words.
        """
        view, ask = talk.view, talk.ask
        waits = (ask.step, ask.visit) if ask and ask.fact else None
        told = set[tuple[str, int]]()
        new: list[tuple[str, tuple[Deed, ...]]] = []
        for word, groups in (
            (NOW, view.danger), (view.heading, view.steps), (BESIDE, view.alongside),
        ):  # fmt: skip
            for group in groups:
                # A worry that becomes danger has a new title, and is told again.
                visit = (group.title if group.danger else group.step, group.visit)
                if visit == waits:
                    continue
                told.add(visit)
                if visit in self._told:
                    continue
                if group.danger:
                    self._danger(group)
                    continue
                # What is late of a step stands apart from what still runs beside of it.
                beside = word == BESIDE
                here = (d for d in view.first.deeds if d.beside == beside)
                deeds = (d for d in here if (d.step, d.visit) == visit)
                for other, each in apart(deeds):
                    when = view.heading if each[0].at_once else word
                    new.append((f"{other or when}: {group.title}", each))
        for heading, each in sorted(new, key=lambda deeds: deeds[1][0].rank):
            self._deeds(heading, each)
        self._told = frozenset(told)
        if told:
            self._avoid(view.first.avoid)
        for said in view.first.closing if new else ():
            self._out.say(said)
        if new and view.first.closing:
            self._out.say()

    def _deeds(self, heading: str, deeds: Sequence[Deed]) -> None:
        out = self._out
        out.say(heading)
        for deed in deeds:
            out.say(deed.plain, "- ")
        for deed in deeds:
            if deed.letter:
                out.say(f"Brief hierbij: {deed.letter_word}. Typ: brief {deed.letter}")
        out.say()

    def _avoid(self, avoid: Sequence[Avoided]) -> None:
        """What not to do, where that was not said a turn before."""
        new = [each for each in avoid if each.name not in self._warned]
        self._warned = frozenset(each.name for each in avoid)
        for each in new:
            self._out.say(f"{NOT}{each.words}", "- ")
        if new:
            self._out.say()

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
