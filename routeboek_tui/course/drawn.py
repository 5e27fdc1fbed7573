"""The drawn map: which route one looks at, how near, beside which edition, and what was walked."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.map.compare_view import ComparisonView, Section, compare_view
from routeboek_tui.conversation.map.drawn_words import ArrowWords, Join, arrows_of, joins
from routeboek_tui.conversation.map.flow_words import FlowWords
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import Situation
from routeboek_tui.core.flow import Flow
from routeboek_tui.export.chart import Box, Chart
from routeboek_tui.export.compared import compared
from routeboek_tui.export.drawing.drawing import Drawing, Line
from routeboek_tui.export.drawing.faces import Zoom
from routeboek_tui.export.drawing.plan import Plan
from routeboek_tui.export.flowchart import chart
from routeboek_tui.export.whole import whole
from routeboek_tui.library.content import Library


class DrawnMap:
    """What is drawn now. With a ``talk`` it opens where that stands, else with all routes.

    ``walked`` are the lines that were followed by hand, without a pupil; those of a talk stand in
    its trail.
    """

    def __init__(self, library: Library, today: date, talk: Conversation | None = None) -> None:
        self.library, self.today, self.talk = library, today, talk
        self.zoom = Zoom.TITLES if talk else Zoom.ROUTES
        self.flow: Flow = talk.flow if talk else next(iter(library.flows.values()))
        self.against: Flow | None = None
        self.box = talk.trail.main.last.step if talk else ""
        self.walked: tuple[tuple[str, str], ...] = ()
        self._plans: dict[tuple[str, str, Zoom], tuple[Chart, Plan]] = {}
        self._joins: tuple[Join, ...] | None = None

    @property
    def joins(self) -> tuple[Join, ...]:
        """Every door between routes."""
        if self._joins is None:
            self._joins = tuple(joins(self.library, self.today))
        return self._joins

    @property
    def title(self) -> str:
        """What is drawn, in words."""
        return self._planned()[0].title

    def drawing(self) -> Drawing:
        """What is to be seen, with the way so far in it."""
        made, plan = self._planned()
        return plan.drawn(self._walked_in(made) if self.walked else made)

    def nearer(self, box: str) -> bool:
        """Look nearer; at all routes ``box`` is the one to look at. Whether that can be."""
        if self.zoom is Zoom.QUESTIONS:
            return False
        if self.zoom is Zoom.ROUTES:
            self.look_at(box)
        else:
            self.box = box
            self.zoom = Zoom.QUESTIONS
        return True

    def further(self, box: str) -> bool:
        """Look from further off. Whether that can be."""
        if self.zoom is Zoom.ROUTES:
            return False
        self.box = box if self.zoom is Zoom.QUESTIONS else self.flow.id
        self.zoom = Zoom(self.zoom - 1)
        if self.zoom is Zoom.ROUTES:
            self.against = None
        return True

    def look_at(self, flow: str, step: str = "") -> None:
        """Look at one route, at ``step`` or where one is in it, or at its start."""
        if flow != self.flow.id:
            self.walked, self.against = (), None
        self.flow = self.library.flows[flow]
        own = self.talk is not None and self.talk.flow.id == flow
        here = self.talk.trail.main.last.step if self.talk and own else self.flow.start
        self.box = step or here
        self.zoom = max(self.zoom, Zoom.TITLES)

    def compare(self) -> bool:
        """Compare with another edition of the route, or no more. Whether there is one."""
        others = [f for f in self.library.editions_of(self.flow.route) if f.id != self.flow.id]
        if self.zoom is Zoom.ROUTES or not others:
            return False
        self.against = None if self.against else others[0]
        self.walked = ()
        return True

    def walk(self, line: Line) -> None:
        """Follow a line to its end; who sets out from elsewhere begins anew."""
        if self.walked and self.walked[-1][1] != line.start:
            self.walked = ()
        self.walked = (*self.walked, (line.start, line.end))
        self.box = line.end

    def step_back(self) -> bool:
        """Take back the last line that was followed. Whether there was one."""
        if not self.walked:
            return False
        *before, (self.box, _) = self.walked
        self.walked = tuple(before)
        return True

    def words(self, step: str) -> FlowWords:
        """The words of the edition in which a box stands: the newer of two, unless it is gone."""
        flow = next((f for f in self._flows() if step in f.steps), self.flow)
        return FlowWords(self.library, flow.id)

    def arrows(self, line: Line) -> tuple[ArrowWords, ...]:
        """What a line of a route stands for."""
        for flow in self._flows():
            if line.start in flow.steps:
                words = FlowWords(self.library, flow.id)
                if found := tuple(arrows_of(words, line.start, line.end)):
                    return found
        return ()

    def between(self, line: Line) -> tuple[Join, ...]:
        """The doors a line between two routes stands for."""
        ends = (line.start, line.end)
        return tuple(join for join in self.joins if (join.start, join.end) == ends)

    def behind(self, step: str) -> tuple[Flow, str] | None:
        """The route and the step behind a door, or ``None`` where the box is no door."""
        flow = self.words(step).flow
        jump = flow.steps[step].jump if step in flow.steps else None
        if jump is None:
            return None
        return self.library.behind(jump, self.today, {flow.edition}), jump.step

    def differs(self, step: str) -> Section | None:
        """In what a box differs from the other edition, where editions are compared."""
        view = self._compared()
        sections = view.sections if view else ()
        return next((section for section in sections if section.step == step), None)

    def can_begin(self, step: str) -> bool:
        """Whether a talk without a pupil can begin at a box: at no door, and not amid a talk."""
        found = self.flow.steps.get(step)
        return self.talk is None and found is not None and found.jump is None

    def begun(self, step: str, known: Situation) -> Conversation:
        """A talk that begins at a box, with what is known beforehand."""
        start = "" if step == self.flow.start else step
        answers = Answers(facts=dict(known), start=start)
        return Conversation.at(self.library, self.flow, answers, self.today)

    def _compared(self) -> ComparisonView | None:
        if self.against is None:
            return None
        old, new = self._pair()
        return compare_view(self.library, old.id, new.id)

    def _flows(self) -> tuple[Flow, ...]:
        """The flow that is drawn; of two that are compared the newer one first."""
        return self._pair()[::-1] if self.against else (self.flow,)

    def _pair(self) -> tuple[Flow, Flow]:
        """The older and the newer of the editions that are compared."""
        other = self.against or self.flow
        newest = [flow.id for flow in self.library.editions_of(self.flow.route)]
        old, new = sorted((self.flow, other), key=lambda f: newest.index(f.id), reverse=True)
        return old, new

    def _planned(self) -> tuple[Chart, Plan]:
        key = ("" if self.zoom is Zoom.ROUTES else self.flow.id,
               self.against.id if self.against else "", self.zoom)  # fmt: skip
        if key not in self._plans:
            made = self._chart()
            self._plans[key] = (made, Plan(made, self.zoom))
        return self._plans[key]

    def _chart(self) -> Chart:
        talk = self.talk
        if self.zoom is Zoom.ROUTES:
            legs = {leg.flow.id for leg in talk.earlier} if talk else set()
            return whole(self.library, self.today, talk.flow.id if talk else "", frozenset(legs))
        if self.against:
            old, new = self._pair()
            return compared(self.library, old.id, new.id)
        if talk and talk.flow.id == self.flow.id:
            return chart(self.library, self.flow.id, talk.situation, talk.trail)
        known = FlowWords(self.library, self.flow.id).situation
        return chart(self.library, self.flow.id, known)

    def _walked_in(self, made: Chart) -> Chart:
        """``made`` with what was walked by hand marked in it."""
        here = self.walked[-1][1]
        passed = {start for start, _ in self.walked}
        boxes = {name: self._mark(box, here, passed) for name, box in made.boxes.items()}
        return replace(made, boxes=boxes)

    def _mark(self, box: Box, here: str, passed: Iterable[str]) -> Box:
        arrows = tuple(
            replace(arrow, taken=(arrow.start, arrow.end) in self.walked) for arrow in box.arrows
        )
        return replace(box, arrows=arrows, here=box.id == here, passed=box.id in passed)
