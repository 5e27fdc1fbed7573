"""What there is to do now, told once: only what is new since the turn before."""

from routeboek_tui.conversation.advice_view import NOW, Group, advice_view
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

    def show(self, talk: Conversation) -> None:
        """Tell what is new.

        A step that first waits for a fact is told when the fact is known, in the right words.
        """
        view, ask = advice_view(talk), talk.ask
        waits = (ask.step, ask.visit) if ask and ask.fact else None
        told = set()
        for word, groups in (
            (NOW, view.danger), (view.heading, view.steps), (BESIDE, view.alongside),
        ):  # fmt: skip
            for group in groups:
                # A worry that becomes danger has a new title, and is told again.
                visit = (group.title if group.danger else group.step, group.visit)
                if visit == waits:
                    continue
                told.add(visit)
                if visit not in self._told:
                    self._show(word, group)
        self._told = frozenset(told)

    def _show(self, word: str, group: Group) -> None:
        out = self._out
        remark = f" ({group.certainty})" if group.certainty else ""
        out.say(f"{word}: {group.title}{remark}")
        for runs in advice.group_runs(group):
            out.say(plain(runs), "- ")
        if term := advice.group_term(group):
            out.say(term)
        if group.avoid:
            out.say(advice.AVOID)
        for each in group.avoid:
            out.say(each, "- ")
        for note in group.notes:
            out.say(note)
        if group.danger:
            out.say(f"Bron: {group.source}.")
        for name, title in group.letters:
            out.say(f"Brief hierbij: {title}. Typ: brief {name}")
        out.say()
