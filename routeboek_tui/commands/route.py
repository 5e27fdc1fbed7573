"""A route as it is named on a command line."""

from datetime import date

from routeboek_tui.commands.refusal import Refusal
from routeboek_tui.library.content import Library
from routeboek_tui.text.spelling import suggestion


def route_named(library: Library, name: str, on: date | None = None, edition: str = "") -> str:
    """The flow called ``name``: a route as it holds ``on`` a day, or in the ``edition`` named.

    :raises Refusal: when there is no such route, or no such edition of it
    """
    names = dict.fromkeys([*(flow.route for flow in library.flows.values()), *library.flows])
    if name not in names:
        raise Refusal(
            f"De route “{name}” bestaat niet.{suggestion(name, names)}"
            f" De routes zijn: {', '.join(names)}."
        )
    flow = library.named(name, on or date.today())
    if not edition:
        return flow.id
    flows = {each.edition: each.id for each in library.editions_of(flow.route)}
    if edition not in flows:
        raise Refusal(
            f"De route “{name}” heeft geen editie “{edition}”.{suggestion(edition, flows)}"
            f" De edities zijn: {', '.join(flows)}."
        )
    return flows[edition]
