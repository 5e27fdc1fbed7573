"""``routeboek advies``: the advice of a walk given on the command line."""

from argparse import Namespace

from routeboek_tui.commands.options import add_json, add_route, add_walk
from routeboek_tui.commands.output import lines, write_json
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit
from routeboek_tui.commands.walk import walk_of
from routeboek_tui.library.compiled import load


def add_options(made: Parser) -> None:
    """What can be given to it."""
    add_route(made)
    add_walk(made)
    add_json(made)
    made.add_argument(
        "--alles", action="store_true", help="ook wat bronnen van andere regio's en sectoren zeggen"
    )


def run(options: Namespace) -> Exit:
    """``routeboek advies``: the advice of a walk given on the command line."""
    from routeboek_tui.conversation.advice.sequel import sequels
    from routeboek_tui.export import advice
    from routeboek_tui.lines.prose import block_lines

    talk = walk_of(load(), options.route, options)
    if options.json:
        write_json(advice.walk(talk))
        return Exit.DONE
    out = lines()
    view = talk.view
    blocks = advice.advice_blocks(view, sequels(talk), everything=options.alles)
    for line in block_lines(blocks):
        out.say(line)
    if view.unasked:
        out.say("Zeg het zo: --feit veiligheid=gevaar, --feit veiligheid=zorgen of =nee.")
    return Exit.DONE
