"""What is asked, in lines: the question with its choices, or how the route ended."""

from routeboek_tui.conversation.advice.advice_view import STUCK
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import Question
from routeboek_tui.course.sentences import SEVERAL
from routeboek_tui.lines.lines import Lines

ENDED = "Typ advies voor alles wat er te doen is, brieven, opnieuw of stop."
DEFAULT = "Enter is: {}."


def show_question(out: Lines, asked: Question) -> None:
    """A question with its choices, and what stands above it."""
    for remark in asked.remarks:
        out.say(remark.text, "- " if remark.listed else "")
    for each in asked.supposing:
        out.say(f"Voorlopig gaan wij uit van: {each}.")
    out.say(reminder(asked))
    if asked.hint:
        out.say(asked.hint)
    if asked.together:
        out.say(SEVERAL.format(*asked.together))
    choices = [option for option in asked.options if option.choice]
    # Where every choice leads to the same place, naming it says nothing about the choice.
    same = len(choices) > 1 and len({option.leads_to for option in choices}) == 1
    for option in asked.options:
        shown = option.leads_to and not (same and option.choice)
        lead = f"{option.key}. "
        out.say(f"{option.label}{f' -> {option.leads_to}' if shown else ''}", lead)
        for note in option.notes:
            out.say(note, " " * len(lead))
    default = next((o.label for o in asked.options if o.key == asked.default), "")
    if default:
        out.say(DEFAULT.format(default))


def same_choices(asked: Question, before: Question) -> bool:
    """Whether this asks beside the route what was asked ``before``, with the same choices."""
    names = [[(o.key, o.label) for o in each.options] for each in (asked, before)]
    return asked.beside_route and asked.text == before.text and names[0] == names[1]


def show_changed(out: Lines, asked: Question, before: Question) -> None:
    """Only the choices that lead elsewhere than ``before``."""
    for option, was in zip(asked.options, before.options, strict=True):
        if option.leads_to != was.leads_to:
            out.say(f"{option.label} -> {option.leads_to}", f"{option.key}. ")


def reminder(asked: Question) -> str:
    """The question on one line, with its number and whose turn it is."""
    number = f"Vraag {asked.number}. " if asked.number else ""
    return f"{number}{asked.who}. {asked.text}"


def show_ending(out: Lines, talk: Conversation) -> None:
    """How the route ended, where it did."""
    view = talk.view
    if view.outcome or view.stuck:
        out.say(ended(f"{view.outcome_word}: {view.outcome}" if view.outcome else STUCK))
        for each in view.to_find_out:
            out.say(f"Nog uitzoeken: {each.question}")
        out.say(ENDED)


def ended(text: str) -> str:
    """``text`` with a full stop, unless it ends a sentence already: some titles are questions."""
    return text if text.endswith((".", "?", "!")) else f"{text}."
