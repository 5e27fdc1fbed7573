"""The flowchart: every box and arrow, in Mermaid and as a valid picture."""

import re
from datetime import date
from xml.etree import ElementTree

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.facts import Situation
from routeboek_tui.core.flow import Certainty
from routeboek_tui.core.trail import Trail
from routeboek_tui.export.chart import FILLS
from routeboek_tui.export.flowchart import chart, mermaid, svg
from routeboek_tui.export.layout import layers
from routeboek_tui.library.compiled import load

SVG = "{http://www.w3.org/2000/svg}"


def test_every_box_and_arrow_is_in_the_chart() -> None:
    flow = load().flows["ziekteverzuim"]
    made = chart(load(), "ziekteverzuim", {})
    assert list(made.boxes) == list(flow.steps)
    for step in flow.steps.values():
        arrows = made.boxes[step.id].arrows
        assert sorted(a.end for a in arrows) == sorted(edge.to for _, edge in step.ways())
    assert set(made.actors) <= set(FILLS)


def test_mermaid_holds_every_arrow_with_its_certainty() -> None:
    text = mermaid(load(), "ziekteverzuim")
    made = chart(load(), "ziekteverzuim", {})
    arrows = [arrow for box in made.boxes.values() for arrow in box.arrows]
    drawn = re.findall(r"^  s_(\w+) (-->|==>|-\.->)(\|\".*\"\|)? s_(\w+)$", text, re.M)
    assert len(drawn) == len(arrows)
    inferred = [a for a in arrows if a.certainty is Certainty.INFERRED and not a.alongside]
    assert len([line for line in drawn if line[1] == "-.->"]) == len(inferred)
    assert text.count("lezing") > 10
    assert "{overleg}" not in text


def test_the_words_follow_the_facts() -> None:
    assert "Het JES" in mermaid(load(), "ziekteverzuim", {"sector": "vo"})
    assert "Het MDO" in mermaid(load(), "ziekteverzuim", {"sector": "po"})


def test_the_picture_is_valid_and_holds_every_box() -> None:
    root = ElementTree.fromstring(svg(load(), "ziekteverzuim").encode())
    groups = {group.get("id") for group in root.iter(f"{SVG}g")}
    assert groups == set(load().flows["ziekteverzuim"].steps)
    words = "".join(root.itertext())
    for word in ("School", "Leerplicht", "afgeleid", "loopt tegelijk"):
        assert word in words


def test_the_picture_is_the_same_every_time() -> None:
    assert svg(load(), "ziekteverzuim") == svg(load(), "ziekteverzuim")


def test_the_way_so_far_is_marked() -> None:
    facts = {"sector": "po", "leeftijd": "onder_12"}
    talk = Conversation.start(load(), "ziekteverzuim", date(2026, 3, 12), facts)
    trail = talk.answered(("ja",)).trail
    picture = svg(load(), "ziekteverzuim", facts, trail)
    assert picture.count(">geweest<") == 4
    assert picture.count(">hier ben je<") == 1
    marked = mermaid(load(), "ziekteverzuim", facts, trail)
    assert "class s_ziekmelding,s_drempel" in marked
    assert "class s_evaluatie_schoolplan hier" in marked
    assert taken(facts, trail) == {
        ("ziekmelding", "drempel", ""),
        ("drempel", "gesprek_en_plan", "1"),
        ("drempel", "melding_swv", "1"),
        ("gesprek_en_plan", "evaluatie_schoolplan", ""),
    }
    assert marked.count("linkStyle") == 1


def taken(facts: Situation, trail: Trail) -> set[tuple[str, str, str]]:
    """The arrows marked as taken: from, to and the number of the choice."""
    made = chart(load(), "ziekteverzuim", facts, trail)
    found = (arrow for box in made.boxes.values() for arrow in box.arrows)
    return {(a.start, a.end, a.key) for a in found if a.taken}


def test_what_is_only_supposed_is_not_marked() -> None:
    facts = {"sector": "po", "leeftijd": "onder_12", "vier_weken_afwezig": "nee"}
    talk = Conversation.start(load(), "ziekteverzuim", date(2026, 3, 12), facts)
    trail = talk.answered(()).trail
    made = chart(load(), "ziekteverzuim", facts, trail)
    assert {box.id for box in made.boxes.values() if box.passed} == {"ziekmelding", "drempel"}
    assert taken(facts, trail) == {("ziekmelding", "drempel", "")}


def test_hostile_text_stays_text() -> None:
    library = load()
    texts = dict(library.texts["ziekteverzuim"])
    hostile = '"]; click x "javascript:1" <script>&amp;]]> \x1b[31m --> #quot; {{x}}'
    texts["drempel"] = replace(texts["drempel"], title=hostile)
    library = replace(library, texts={"ziekteverzuim": texts})
    root = ElementTree.fromstring(svg(library, "ziekteverzuim").encode())
    assert not list(root.iter(f"{SVG}script"))
    lines = mermaid(library, "ziekteverzuim").splitlines()
    line = next(line for line in lines if "s_drempel" in line)
    assert line.count('"') == 2
    assert "<script" not in line


def test_no_two_boxes_overlap() -> None:
    root = ElementTree.fromstring(svg(load(), "ziekteverzuim").encode())
    boxes = []
    for group in root.iter(f"{SVG}g"):
        rect = group.find(f"{SVG}rect")
        assert rect is not None
        x, y, w, h = (float(rect.get(key, "")) for key in ("x", "y", "width", "height"))
        assert all(x + w <= a or a + c <= x or y + h <= b or b + d <= y for a, b, c, d in boxes)
        boxes.append((x, y, w, h))


def test_layers_follow_the_distance_from_the_start() -> None:
    after = {"a": ["b", "c"], "b": ["d"], "c": ["d", "a"], "d": [], "los": []}
    assert [set(layer) for layer in layers("a", after)] == [{"a"}, {"b", "c"}, {"d"}, {"los"}]
