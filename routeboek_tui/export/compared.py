"""Two editions of a route in one chart: the newer one, with what the other had besides."""

from collections.abc import Mapping

from msgspec.structs import replace

from routeboek_tui.conversation.map.compare_view import Change, compare_view
from routeboek_tui.conversation.map.flow_words import FlowWords
from routeboek_tui.export.chart import Box, Chart
from routeboek_tui.export.flowchart import chart
from routeboek_tui.library.content import Library

MARKS: Mapping[Change, str] = {
    Change.ADDED: "nieuw",
    Change.REMOVED: "vervallen",
    Change.CHANGED: "anders",
}
"""What stands at a box that is not the same in both editions."""


def compared(library: Library, old: str, new: str) -> Chart:
    """The flow ``new``, each box marked that is new, changed or gone since the flow ``old``.

    A box that is gone stands where it was, with its arrows and those that led to it.

    :raises KeyError: when there is no such flow
    """
    before, after = (
        chart(library, flow, FlowWords(library, flow).situation) for flow in (old, new)
    )
    view = compare_view(library, old, new)
    marks = {
        section.step: MARKS[section.change]
        for section in view.sections
        if section.step and not section.only_source
    }
    boxes: dict[str, Box] = {}
    for name in _in_turn(list(before.boxes), list(after.boxes)):
        now, was = after.boxes.get(name), before.boxes.get(name)
        gone = [arrow for arrow in was.arrows if arrow.end not in after.boxes] if was else []
        box = replace(now, arrows=(*now.arrows, *gone)) if now else was
        assert box is not None
        mark = marks.get(name, "" if box.door or now else MARKS[Change.REMOVED])
        boxes[name] = replace(box, number=len(boxes) + 1, mark=mark)
    title = _title(library, old, new)
    return replace(after, title=title, boxes=boxes, actors={**before.actors, **after.actors})


def _title(library: Library, old: str, new: str) -> str:
    words = FlowWords(library, new)
    was, now = (library.editions[library.flows[flow].edition].title for flow in (old, new))
    return words.say(f"{words.flow.title}: {now}, vergeleken met {was}")


def _in_turn(old: list[str], new: list[str]) -> list[str]:
    """The boxes of both, each that is gone behind the one it stood behind."""
    found = list(new)
    for n, name in enumerate(old):
        if name not in found:
            at = found.index(old[n - 1]) + 1 if n and old[n - 1] in found else 0
            found.insert(at, name)
    return found
