"""``routeboek advies``: the advice of a walk given on the command line."""

from argparse import Namespace
from typing import Any

from routeboek_tui.commands.options import add_json, add_route, add_walk
from routeboek_tui.commands.output import lines, write_json
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit
from routeboek_tui.commands.walk import walk_of
from routeboek_tui.conversation import safety
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.library.compiled import load


def add_options(made: Parser) -> None:
    """What can be given to it."""
    add_route(made)
    add_walk(made)
    add_json(made)


def run(options: Namespace) -> Exit:
    """``routeboek advies``: the advice of a walk given on the command line."""
    from routeboek_tui.conversation.advice_view import advice_view
    from routeboek_tui.export import advice
    from routeboek_tui.lines.prose import block_lines

    talk = walk_of(load(), options.route, options)
    if options.json:
        write_json(advice_data(talk))
        return Exit.DONE
    out = lines()
    view = advice_view(talk)
    for line in block_lines(advice.advice_blocks(view)):
        out.say(line)
    if view.unasked:
        out.say("Zeg het zo: --feit veiligheid=gevaar, --feit veiligheid=zorgen of =nee.")
    return Exit.DONE


def advice_data(talk: Conversation) -> dict[str, Any]:
    """Where a conversation stands and its advice, as plain values with stable names."""
    from routeboek_tui.conversation.advice_view import advice_view
    from routeboek_tui.export import advice

    ask = talk.trail.ask
    door = talk.trail.door.step.split("/") if talk.trail.door else None
    return {
        "route": talk.flow.id,
        "edition": talk.flow.edition,
        "date": talk.today.isoformat(),
        "facts": dict(talk.situation),
        "safety": {
            "state": safety.state(talk),
            "dangers": list(talk.safety.dangers),
            "heard": list(talk.safety.heard),
            "called": list(talk.safety.called),
        },
        "dates": {fact: day.isoformat() for fact, day in talk.answers.dates.items()},
        "passed": [
            {
                "step": visit.step,
                "visit": visit.visit,
                "choices": list(visit.taken),
                "alongside": visit.alongside,
                "assumed": visit.assumed,
            }
            for visit in talk.trail.main.visits
        ],
        "ask": {"step": ask.step, "visit": ask.visit, "fact": ask.fact} if ask else None,
        "ended": talk.ended,
        "outcome": "" if talk.trail.doors else talk.advice.outcome,
        "provisional": talk.advice.provisional,
        "jump": {"route": door[0], "step": door[1]} if door else None,
        "advice": advice.data(advice_view(talk)),
        "letters": [letter.id for letter in talk.letters],
    }
