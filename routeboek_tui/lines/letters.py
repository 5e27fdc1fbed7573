"""The letters of a talk in lines: those that can be made now, and why others cannot yet."""

from routeboek_tui.conversation.advice.letter_view import correspondents, heading_of, letters_of
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.course.letter.drafting import why_locked
from routeboek_tui.lines.lines import Lines


def list_letters(out: Lines, talk: Conversation) -> None:
    """The letters that can be made now."""
    ready = talk.letters
    out.say("Deze brieven kunnen nu:" if talk.to_write else "Er is nu geen brief te schrijven.")
    above = ""
    for number, letter in enumerate(ready, 1):
        if (heading := heading_of(talk, letter)) != above:
            out.say(f"{heading}:")
        above = heading
        out.say(f"{letter.title} (concept), {correspondents(talk, letter)}.", f"{number}. ")
        out.say(f"Typ: brief {letter.id}", "   ")
    waiting = len(letters_of(talk)) - len(ready)
    if waiting:
        out.say(f"Nog niet: {waiting}. Typ alle brieven voor de lijst met de reden.")


def list_all_letters(out: Lines, talk: Conversation) -> None:
    """Also the letters that cannot be made yet, with the reason."""
    list_letters(out, talk)
    for letter in letters_of(talk):
        if reason := why_locked(talk, letter):
            out.say(f"{letter.title}. {reason}", "- ")
