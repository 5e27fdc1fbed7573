"""Doors stay in their region and sector: nobody is led into a route that is not theirs.

The region of a route is that of its edition, and so are its sectors, unless it names fewer. The
guide's own routes, such as the triage, hold for every region; there the facts of an arrow say
which regions go that way.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from routeboek_tui.core.facts import REGION, SECTOR
from routeboek_tui.core.flow import Edge, Flow
from routeboek_tui.library.flows import FlowFile
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.source import Edition
from routeboek_tui.text.enumeration import one_of


class Doors(Struct, frozen=True, dict=True):
    """Every step of every route as an arrow may name it, with the regions it is meant for.

    ``everywhere`` are all regions: where someone may be who said nothing yet.
    """

    flows: Mapping[str, Flow]
    editions: Mapping[str, Edition]
    everywhere: frozenset[str]

    @cached_property
    def steps(self) -> dict[str, str]:
        """The steps by ``route/step``."""
        return {f"{flow.route}/{step}": step for flow in self.flows.values() for step in flow.steps}

    def regions(self, flow: Flow) -> frozenset[str]:
        """The regions ``flow`` holds for: one, or all of them for a route of the guide itself."""
        edition = self.editions.get(flow.edition)
        place = edition.region if edition else ""
        return frozenset((place,)) if place in self.everywhere else self.everywhere

    def other_sector(self, edge: Edge) -> bool:
        """Whether ``edge`` takes a sector into a route that does not hold for it."""
        door = edge.door
        named = frozenset(edge.when.get(SECTOR, ()))
        behind = (f for f in self.flows.values() if f.route == door.route and door.step in f.steps)
        return any(sectors and not named <= sectors for sectors in map(self._sectors, behind))

    def _sectors(self, flow: Flow) -> frozenset[str]:
        edition = self.editions.get(flow.edition)
        return frozenset(flow.sectors or (edition.sectors if edition else ()))

    def astray(self, edge: Edge, regions: frozenset[str]) -> str:
        """The first door behind ``edge`` that leads out of one of ``regions``, or ""."""
        door = edge.door
        regions &= frozenset(edge.when.get(REGION, regions))
        for flow in self.flows.values():
            if flow.route != door.route or door.step not in flow.steps:
                continue
            if not regions <= self.regions(flow):
                return edge.to
            if len(self.regions(flow)) == 1:
                continue
            found = next((each.to for *_, each in self._astray(flow, door.step, regions)), "")
            if found:
                return found
        return ""

    def prove(self, flow_files: Mapping[str, FlowFile]) -> Iterator[Problem]:
        """Every door of a route that leads into another region, or takes a sector along."""
        for each in flow_files.values():
            found = self._astray(each.flow, each.flow.start, self.regions(each.flow))
            for name, choice, edge in found:
                line = each.edge_lines.get((name, choice, edge.to), 1)
                yield Problem(each.file, line, told(edge.to))
            for step in each.flow.steps.values():
                for choice, edge in step.ways():
                    if self.other_sector(edge):
                        line = each.edge_lines.get((step.id, choice, edge.to), 1)
                        yield Problem(each.file, line, sector_told(edge))

    def _astray(
        self, flow: Flow, start: str, regions: frozenset[str]
    ) -> Iterator[tuple[str, str, Edge]]:
        """Every arrow behind ``start`` that leads to a door of another region."""
        seen: dict[str, frozenset[str]] = {}
        todo = [(start, regions)] if start in flow.steps else []
        while todo:
            step, here = todo.pop()
            if here <= seen.get(step, frozenset()):
                continue
            seen[step] = here | seen.get(step, frozenset())
            for choice, edge in flow.steps[step].ways():
                onward = here & frozenset(edge.when.get(REGION, here))
                if flow.steps[edge.to].jump and self._leaves(edge, onward):
                    yield step, choice, edge
                elif onward:
                    todo.append((edge.to, onward))

    def _leaves(self, edge: Edge, regions: frozenset[str]) -> bool:
        flows = [flow for flow in self.flows.values() if flow.route == edge.door.route]
        return any(not regions <= self.regions(flow) for flow in flows)


def told(door: str) -> str:
    """What is said of an arrow that leads into another region."""
    return (
        f"De sprong naar “{door}” leidt naar een andere regio. Een leerling blijft in de eigen"
        f" regio: kies een stap van die regio, of noem {REGION} bij when."
    )


def sector_told(edge: Edge) -> str:
    """What is said of an arrow that takes a sector into a route of another."""
    named = one_of(edge.when[SECTOR])
    return (
        f"De sprong naar “{edge.to}” is voor {named}, en die route geldt daar niet voor. Kies een"
        f" stap van een route voor {named}, of verander {SECTOR} bij when."
    )
