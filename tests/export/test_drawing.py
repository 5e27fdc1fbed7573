"""The drawing does not lie: who follows a line with a finger comes where its arrow leads."""

import time
import unicodedata
from collections.abc import Iterator
from datetime import date

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.export.compared import compared
from routeboek_tui.export.drawing.channel import tracks
from routeboek_tui.export.drawing.columns import spread
from routeboek_tui.export.drawing.drawing import Drawing
from routeboek_tui.export.drawing.faces import Zoom
from routeboek_tui.export.drawing.grid import HEAD
from routeboek_tui.export.drawing.plan import Plan, as_text, draw
from routeboek_tui.export.drawing.strokes import GLYPHS, LEFT, RIGHT, SIDES, UP, Strokes
from routeboek_tui.export.flowchart import chart
from routeboek_tui.export.whole import whole
from routeboek_tui.library.compiled import load
from tests.rows import each_row
from tests.speed import millisecond
from tests.walks_as_data import SAFE, TODAY

LEVEL, UPRIGHT = "─━╌", "│┃╎"
STEPS = {"UP": (0, -1), "RIGHT": (1, 0), "DOWN": (0, 1), "LEFT": (-1, 0)}
FLOWS = [(flow, zoom) for flow in load().flows for zoom in (Zoom.TITLES, Zoom.QUESTIONS)]


@pytest.fixture
def talk() -> Conversation:
    facts = {**SAFE, "sector": "po", "gemeente": "den_haag"}
    return Conversation.start(load(), "ziekteverzuim", TODAY, facts).answered(("ja",))


def sides(glyph: str) -> set[str]:
    """The sides by which a character of a line is left, after its name in Unicode."""
    if glyph in "╌╎":
        glyph = "─" if glyph == "╌" else "│"
    words = unicodedata.name(glyph).removeprefix("BOX DRAWINGS ").split()
    both = {"HORIZONTAL": ("LEFT", "RIGHT"), "VERTICAL": ("UP", "DOWN")}
    return {side for word in words for side in both.get(word, (word,)) if side in STEPS}


def followed(
    rows: tuple[str, ...], port: tuple[int, int], ports: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Every head that is reached from the lower edge of a box, along every branch of its line.

    A level line goes on beneath an upright one; nothing else is read as a crossing. Another of
    ``ports`` is where another line sets out that comes together with this one.
    """

    def at(x: int, y: int) -> str:
        return rows[y][x] if 0 <= y < len(rows) and 0 <= x < len(rows[y]) else " "

    heads: set[tuple[int, int]] = set()
    seen: set[tuple[int, int]] = set()
    todo = [(port, "DOWN")]
    while todo:
        (x, y), side = todo.pop()
        x, y = x + STEPS[side][0], y + STEPS[side][1]
        while side in {"LEFT", "RIGHT"} and at(x, y) in UPRIGHT:
            x += STEPS[side][0]
        glyph = at(x, y)
        if glyph == HEAD:
            assert side == "DOWN", f"a head is come to from the side at {x}, {y}"
            heads.add((x, y))
            continue
        if (x, y) in ports:
            assert side == "UP", f"a line runs along a box at {x}, {y}"
            continue
        back = {"UP": "DOWN", "DOWN": "UP", "LEFT": "RIGHT", "RIGHT": "LEFT"}[side]
        assert glyph != " ", f"a line ends in nothing at {x}, {y}"
        assert back in sides(glyph), f"a line breaks off before {glyph} at {x}, {y}"
        if (x, y) not in seen:
            seen.add((x, y))
            todo += [((x, y), each) for each in sides(glyph) if each != back]
    return heads


def arrows_followed(drawn: Drawing) -> Iterator[tuple[str, str]]:
    """From which box to which one comes, for every place where a line leaves a box."""
    under = {(placed.x + placed.width // 2, placed.y - 1): name for name, placed in
             drawn.boxes.items()}  # fmt: skip
    ports = {}
    for name, placed in drawn.boxes.items():
        edge = drawn.rows[placed.bottom][placed.x : placed.x + placed.width]
        ports |= {(placed.x + n, placed.bottom): name for n, glyph in enumerate(edge)
                  if glyph in "┬┰┯┳╤"}  # fmt: skip
    for port, name in ports.items():
        for head in followed(drawn.rows, port, {*ports}):
            yield name, under[head]


@each_row(("flow", "zoom"), FLOWS)
def test_every_line_leads_where_its_arrow_does_and_nowhere_else(flow: str, zoom: Zoom) -> None:
    drawn = draw(chart(load(), flow, {}), zoom)
    steps = load().flows[flow].steps.values()
    arrows = sorted({(step.id, edge.to) for step in steps for _, edge in step.ways()})
    assert sorted(arrows_followed(drawn)) == arrows
    assert sorted((line.start, line.end) for line in drawn.lines) == arrows


def test_all_routes_and_two_editions_are_drawn_as_truly() -> None:
    library = load()
    old, new = "met_schoolinschrijving_vo_2024", "met_schoolinschrijving_vo"
    for made, zoom in (
        (whole(library, date(2026, 3, 12)), Zoom.ROUTES),
        (compared(library, old, new), Zoom.TITLES),
        (compared(library, old, new), Zoom.QUESTIONS),
    ):
        arrows = {(a.start, a.end) for box in made.boxes.values() for a in box.arrows}
        assert sorted(arrows_followed(draw(made, zoom))) == sorted(arrows)


def test_other_marks_leave_everything_in_its_place(talk: Conversation) -> None:
    plain, marked = (chart(load(), "ziekteverzuim", talk.situation, trail)
                     for trail in (None, talk.trail))  # fmt: skip
    plan = Plan(plain, Zoom.TITLES)
    assert plan.drawn(marked).rows == draw(marked, Zoom.TITLES).rows
    assert plan.drawn(marked).rows != plan.drawn(plain).rows
    text = as_text(marked)
    assert "● ═╗" in text
    assert text.count("✓ ━┓") == sum(box.passed for box in marked.boxes.values()) > 0
    taken = [line for line in draw(marked, Zoom.TITLES).lines if line.taken]
    assert taken
    for line in taken:
        x, y = line.points[0]
        assert draw(marked, Zoom.TITLES).rows[y][x] in "┰┳╤"


def test_what_stands_in_a_cell_is_found_there() -> None:
    drawn = draw(chart(load(), "ziekteverzuim", {}), Zoom.TITLES)
    for name, placed in drawn.boxes.items():
        assert drawn.box_at((placed.x, placed.y)) == name
        assert drawn.box_at((placed.x + placed.width - 1, placed.bottom)) == name
    for line in drawn.lines:
        assert line in drawn.lines_at(line.points[-1])
        assert drawn.lines_at(line.points[-1]) == drawn.into(line.end)
    assert drawn.box_at((0, 0)) == ""
    assert drawn.lines_at((0, 0)) == ()


def test_every_box_is_come_to_by_the_arrow_keys_or_along_a_line() -> None:
    for flow in load().flows:
        drawn = draw(chart(load(), flow, {}), Zoom.TITLES)
        seen = {drawn.chart.start}
        todo = [drawn.chart.start]
        while todo:
            at = todo.pop()
            sides = ((0, 1), (0, -1), (1, 0), (-1, 0))
            for to in (drawn.beside(at, right, down) for right, down in sides):
                if to not in seen:
                    seen.add(to)
                    todo.append(to)
        assert seen == set(drawn.boxes)


@each_row(("flow", "zoom"), FLOWS)
def test_no_box_stands_in_another_or_is_crossed(flow: str, zoom: Zoom) -> None:
    drawn = draw(chart(load(), flow, {}), zoom)
    taken: dict[tuple[int, int], str] = {}
    for name, placed in drawn.boxes.items():
        for y in range(placed.y, placed.bottom + 1):
            for x in range(placed.x, placed.x + placed.width):
                assert taken.setdefault((x, y), name) == name
    for line in drawn.lines:
        assert not {cell for cell in line.cells() if cell in taken} - {line.points[0]}


@each_row(("flow", "zoom"), FLOWS)
def test_what_a_box_says_stands_in_it_whole(flow: str, zoom: Zoom) -> None:
    made = chart(load(), flow, {})
    drawn = draw(made, zoom)
    for name, placed in drawn.boxes.items():
        inside = [
            drawn.rows[y][placed.x + 2 : placed.x + placed.width - 2].strip()
            for y in range(placed.y + 1, placed.bottom)
        ]
        title = " ".join(inside).replace(" ", "")
        assert title.startswith(made.boxes[name].title.replace(" ", "")[:20]), name


def test_a_level_line_passes_beneath_an_upright_one_and_the_way_is_thick() -> None:
    strokes = Strokes()
    strokes.draw([(0, 0), (0, 2), (4, 2)], 1)
    strokes.draw([(2, 0), (2, 4)], 2, thick=True)
    strokes.draw([(4, 4), (4, 2), (0, 2)], 1, broken=True)
    glyphs = strokes.glyphs()
    assert (glyphs[2, 2], glyphs[0, 2], glyphs[1, 2], glyphs[4, 2]) == ("┃", "└", "╌", "┐")


def test_the_characters_are_those_of_their_sides() -> None:
    names = dict(zip(SIDES, STEPS, strict=True))
    for n, glyph in enumerate(GLYPHS[1:], 1):
        assert sides(glyph) == {names[side] for side in SIDES if n // side % 3}
    assert (GLYPHS[UP + RIGHT], GLYPHS[2 * (LEFT + RIGHT)]) == ("└", "━")


def test_two_nets_that_would_stand_in_one_column_turn_out_of_each_others_way() -> None:
    found, count = tracks({1: ((4,), (8,)), 2: ((8,), (4,))})
    assert count == 3
    assert sorted(track.bend >= 0 for track in found.values()) == [False, True]


def test_places_are_as_near_as_can_be_to_those_wanted() -> None:
    assert spread([5, 5, 5], [0, 2, 4], [1, 1, 1]) == [3, 5, 7]
    assert spread([0, 9], [0, 2], [1, 1]) == [0, 9]


def test_the_largest_route_is_drawn_within_fifty_milliseconds() -> None:
    largest = max(load().flows.values(), key=lambda flow: len(flow.steps))
    made = chart(load(), largest.id, {})
    draw(made, Zoom.QUESTIONS)
    taken = []
    for _ in range(5):
        before = time.process_time()
        draw(made, Zoom.QUESTIONS)
        taken.append(time.process_time() - before)
    assert min(taken) <= 50 * millisecond()
