"""A line that asks the guide to do something with what it names: "wijzig 3", "brief 1", "zoek JGZ".

A command is a whole line (:mod:`routeboek_tui.conversation.hearing.understanding`), or a word for
it with the name of something that is there. Anything else that begins with such a word is a
sentence.
"""

from collections.abc import Sequence

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.book_view import page_named
from routeboek_tui.conversation.hearing.meanings import Command
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.view import Option
from routeboek_tui.core.letter import Letter
from routeboek_tui.course.changing import named
from routeboek_tui.text.characters import plain, plain_name, words_in
from routeboek_tui.text.spelling import suggestion

MEETING = "meeting"
"""The command that opens the meeting."""

MOST_SOUGHT = 4
"""Words without a colon before them that can be meant to search for."""


def command(talk: Conversation, options: Sequence[Option], line: str) -> Command | None:
    """The command that ``line`` is, with what it names; ``None`` for any other line.

    A choice that is offered goes before it. Behind a colon anything can be sought. To open the
    meeting goes before a choice that is only called so in passing.
    """
    if plain(line) in {plain_name(option.label) for option in options}:
        return None
    if talk.library.language.commands.get(plain(line)) == MEETING:
        return Command(MEETING)
    for start, name in talk.library.language.with_argument.items():
        *head, rest = (*line.split(maxsplit=len(start.split())), "")[: len(start.split()) + 1]
        argument = rest.strip(" :“”\"'")
        if plain(" ".join(head)) != start or not plain(argument):
            continue
        surely = head[-1].endswith(":") or rest.startswith(":")
        if _is_there(talk, options, Command(name, argument), surely=surely):
            return Command(name, argument)
    return None


def letter_named(talk: Conversation, name: str) -> Letter | None:
    """The letter with this number among those ready, this id or this title."""
    ready = {str(number): letter for number, letter in enumerate(talk.letters, start=1)}
    if name in ready:
        return ready[name]
    wanted = name.casefold()
    letters = talk.library.letters.values()
    return next((e for e in letters if wanted in {e.id.casefold(), e.title.casefold()}), None)


def letter_near(talk: Conversation, name: str) -> str:
    """The sentence that offers the letter whose id is most like ``name``, or ""."""
    return "" if " " in name else suggestion(name, talk.library.letters)


def _is_there(
    talk: Conversation, options: Sequence[Option], meant: Command, *, surely: bool
) -> bool:
    """Whether the argument is something that the command can be about."""
    said = meant.argument
    match meant.name:
        case "change":
            return said.isdecimal() or named(talk, said) is not None
        case "letters":
            return bool(said.isdecimal() or letter_named(talk, said) or letter_near(talk, said))
        case "what_if":
            return any(plain(said) in {o.key, plain(o.label)} for o in options)
        case _:
            return surely or bool(page_named(Reader.within(talk), said)) or searches(talk, said)


def searches(talk: Conversation, argument: str) -> bool:
    """Whether these are words to search for: few, and none that only sentences need."""
    words = words_in(argument)
    if len(words) == 1:
        return not argument.endswith("?")
    known = talk.library.language.seeking
    return len(words) <= MOST_SOUGHT and (known.stop | known.negations).isdisjoint(words)


def seeks(talk: Conversation, line: str) -> bool:
    """The same for a whole line, in which a name can be of more words: with articles between."""
    known = talk.library.language.seeking
    words = [word for word in words_in(line) if word not in known.articles]
    return searches(talk, " ".join(words)) if words else False
