"""The chart to check: everything is on it, it is a draft, and a later one shows what changed."""

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from routeboek_tui.core.compare import ways
from routeboek_tui.core.figures import Unit
from routeboek_tui.core.flow import Action, Certainty, Edge, Step
from routeboek_tui.core.terms.term import Term
from routeboek_tui.export import checklist_pdf, checklist_svg
from routeboek_tui.export.checklist import CheckedRoute, changed, checklist, record
from routeboek_tui.export.record import MOST_BYTES, RecordError, decode, encode
from routeboek_tui.export.svg import SHEET, sheets
from routeboek_tui.library.content import Library
from tests.rows import each_row

SVG = "{http://www.w3.org/2000/svg}"
ROUTE = "ziekteverzuim"
DAY = date(2026, 3, 12)
HOSTILE = '"]; #set text(fill: red) $x$ <script>&amp; \x1b[31m {{x}} #image("x")'


def with_step(library: Library, step: Step) -> Library:
    flow = library.flows[ROUTE]
    flow = replace(flow, steps={**flow.steps, step.id: step})
    return replace(library, flows={**library.flows, ROUTE: flow})


def with_title(library: Library, step: str, title: str) -> Library:
    texts = {**library.texts[ROUTE]}
    texts[step] = replace(texts[step], title=title)
    return replace(library, texts={**library.texts, ROUTE: texts})


def since(library: Library, now: Library) -> CheckedRoute:
    """What is new in ``now`` since the chart of ``library`` was printed, by way of its file."""
    kept = decode(encode(record([checklist(library, ROUTE)], DAY)))
    return changed(checklist(now, ROUTE), kept.of(ROUTE, ROUTE), "de kaart van 12 maart 2026")


def test_every_box_and_arrow_is_on_it(library: Library) -> None:
    for flow in library.flows.values():
        made = checklist(library, flow.id)
        assert [box.id for box in made.boxes] == list(flow.steps)
        for box in made.boxes:
            step = flow.steps[box.id]
            assert len(box.arrows) == len(list(ways(step)))
            assert len({arrow.name for arrow in box.arrows}) == len(box.arrows)
            assert len(box.actions) == len(step.actions)
            assert box.source or step.jump
            numbers = {arrow.to: arrow.number for arrow in box.arrows}
            assert all(made.boxes[number - 1].id == to for to, number in numbers.items())


def test_what_is_not_in_the_source_says_so_and_why(library: Library) -> None:
    for flow in library.flows.values():
        for box in checklist(library, flow.id).boxes:
            for arrow, way in zip(box.arrows, ways(flow.steps[box.id]), strict=True):
                sure = way.edge.certainty is Certainty.SOURCE
                assert sure == (arrow.certainty == "zo staat het in de bron")
                assert sure != bool(arrow.because)


def test_terms_and_conditions_are_in_words(library: Library) -> None:
    step = library.flows[ROUTE].steps["gesprek_en_plan"]
    first = replace(step.actions[0], term=Term(Unit.WEEK, 8, 4), when={"sector": ("vo",)})
    now = with_step(library, replace(step, actions=(first, *step.actions[1:])))
    (box,) = (box for box in checklist(now, ROUTE).boxes if box.id == step.id)
    assert "(alleen bij VO). Termijn: binnen 4 tot 8 weken." in box.actions[0]
    assert "Termijn" not in box.actions[1]


def test_the_pdf_is_tagged_dutch_and_a_draft(library: Library, tmp_path: Path) -> None:
    data = checklist_pdf.render([checklist(library, ROUTE)], DAY)
    assert re.search(rb"/Lang ?\(nl", data)
    assert b"/StructTreeRoot" in data
    if not shutil.which("pdftotext"):
        return
    file = tmp_path / "kaart.pdf"
    file.write_bytes(data)
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    text = " ".join(done.stdout.decode().split())
    for said in (
        "Concept om na te kijken", "geen officieel stuk", "12 maart 2026", "Drempel ziekteverzuim",
        "Voor akkoord", "Naam", "Functie", "Handtekening", "Akkoord met deze opmerkingen",
        "Schema ziekteverzuim (2024), startvak", "zo lezen wij het", "door ons afgeleid",
    ):  # fmt: skip
        assert said in text


def test_sheets_hold_every_box_once_and_fit_the_page(library: Library) -> None:
    for flow in library.flows.values():
        made = sheets(checklist(library, flow.id).chart)
        assert sorted(step for sheet in made for step in sheet.steps) == sorted(flow.steps)
        for sheet in made:
            root = ElementTree.fromstring(sheet.picture)
            assert float(root.get("height", "")) <= SHEET + 60 or len(sheet.steps) <= 6
        assert "lezing" in made[0].picture
        assert "stroke-dasharray" in made[0].picture


def test_the_picture_has_a_square_for_every_box_and_arrow(library: Library) -> None:
    made = checklist(library, ROUTE)
    root = ElementTree.fromstring(checklist_svg.render(made, DAY))
    squares = [each for each in root.iter(f"{SVG}rect") if each.get("class") == "vinkje"]
    assert len(squares) == len(made.boxes) + sum(len(box.arrows) for box in made.boxes)
    words = " ".join("".join(root.itertext()).split())
    for said in ("geen officieel stuk", "Naam:", "Functie:", "Datum:", "Akkoord met opmerkingen"):
        assert said in words


def test_hostile_words_stay_words(library: Library) -> None:
    made = checklist(with_title(library, "drempel", HOSTILE), ROUTE)
    assert checklist_pdf.render([made], DAY).startswith(b"%PDF-")
    root = ElementTree.fromstring(checklist_svg.render(made, DAY))
    assert not list(root.iter(f"{SVG}script"))
    assert not any("\x1b" in text for text in root.itertext())


def test_nothing_changed_prints_nothing(library: Library) -> None:
    for flow in library.flows.values():
        whole = checklist(library, flow.id)
        made = changed(whole, decode(encode(record([whole], DAY))).of(flow.id, whole.route), "x")
        assert (made.boxes, made.gone) == ((), ())
    assert checklist_pdf.render([made], DAY).startswith(b"%PDF-")
    assert "niets nieuw of gewijzigd" in checklist_svg.render(made, DAY)


def test_a_change_prints_its_box_and_says_what_changed(library: Library) -> None:
    step = library.flows[ROUTE].steps["gesprek_en_plan"]
    made = since(library, with_step(library, replace(step, actor="leerplicht", actions=())))
    (box,) = made.boxes
    assert (box.id, box.mark, box.arrows) == (step.id, "gewijzigd: wie, handelingen", ())


def test_a_changed_arrow_prints_that_arrow_only(library: Library) -> None:
    step = library.flows[ROUTE].steps["gesprek_en_plan"]
    edge = replace(step.edges[0], certainty=Certainty.INFERRED)
    made = since(library, with_step(library, replace(step, edges=(edge,))))
    (box,) = made.boxes
    assert box.mark == ""
    assert [arrow.mark for arrow in box.arrows] == ["gewijzigd: zekerheid"]
    made = since(library, with_step(library, replace(step, edges=(Edge("mdo_jes"),))))
    assert [arrow.mark for arrow in made.boxes[0].arrows] == ["nieuw"]
    assert len(made.gone) == 1
    assert "Evaluatie" in made.gone[0]
    assert made.gone[0] in "".join(
        ElementTree.fromstring(checklist_svg.render(made, DAY)).itertext()
    )


def test_a_new_title_is_a_change_of_the_arrows_to_it_too(library: Library) -> None:
    made = since(library, with_title(library, "evaluatie_schoolplan", "Terugkijken"))
    assert {box.id: box.mark for box in made.boxes}["evaluatie_schoolplan"] == "gewijzigd: titel"
    marks = {arrow.mark for box in made.boxes for arrow in box.arrows}
    assert marks == {"gewijzigd: waarheen"}


def test_a_box_before_the_others_changes_no_number(library: Library) -> None:
    flow = library.flows[ROUTE]
    first = Step("eerst", flow.steps["drempel"].kind, "school", edges=(Edge(flow.start),),
                 actions=(Action("iets"),))  # fmt: skip
    flow = replace(flow, steps={"eerst": first, **flow.steps}, start="eerst")
    texts = {**library.texts[ROUTE], "eerst": replace(library.texts[ROUTE]["drempel"], id="eerst")}
    now = replace(
        library, flows={**library.flows, ROUTE: flow}, texts={**library.texts, ROUTE: texts}
    )
    assert [(box.id, box.mark) for box in since(library, now).boxes] == [("eerst", "nieuw")]


def test_a_record_knows_another_edition_of_the_route(library: Library) -> None:
    old = checklist(library, "met_schoolinschrijving_vo_2024")
    new = checklist(library, "met_schoolinschrijving_vo")
    kept = decode(encode(record([old], DAY)))
    made = changed(new, kept.of(new.id, new.route), "x")
    assert 0 < len(made.boxes) < len(new.boxes)
    assert made.gone
    assert changed(new, kept.of("ziekteverzuim", "ziekteverzuim"), "x").boxes[0].mark == "nieuw"


def test_the_record_is_the_same_every_time(library: Library) -> None:
    made = [checklist(library, flow) for flow in library.flows]
    data = encode(record(made, DAY))
    assert data == encode(record(made, DAY)) == encode(decode(data))


@each_row(
    "data",
    [
        b"", b"geen json", b"[]", b"{}", b"null", b"\xff\xfe", b"[" * 100_000,
        b'{"form": "routeboek-kaart"}',
        b'{"form": "routeboek-kaart", "version": 1, "date": 3, "routes": {}}',
        b'{"form": "routeboek-kaart", "version": 1, "date": "", "routes": {"a": []}}',
        b'{"form": "routeboek-kaart", "version": 99, "date": "", "routes": {}}',
        b"x" * (MOST_BYTES + 1),
    ],
    ids=range(12),
)  # fmt: skip
def test_what_is_no_record_is_refused_in_dutch(data: bytes) -> None:
    with pytest.raises(RecordError, match=r"[Dd]it bestand|Dit is niet"):
        decode(data)


def test_a_cut_off_record_is_refused(library: Library) -> None:
    data = encode(record([checklist(library, ROUTE)], DAY))
    with pytest.raises(RecordError):
        decode(data[: len(data) // 2])


def test_a_record_with_hostile_words_gives_plain_words(library: Library) -> None:
    plain = json.loads(encode(record([checklist(library, ROUTE)], DAY)))
    boxes = plain["routes"][ROUTE]["boxes"]
    boxes["weg"] = {"title": HOSTILE, "parts": {}, "arrows": {}}
    kept = decode(json.dumps(plain).encode())
    made = changed(checklist(library, ROUTE), kept.of(ROUTE, ROUTE), "x")
    assert len(made.gone) == 1
    assert "\x1b" not in made.gone[0]
    assert checklist_pdf.render([made], DAY).startswith(b"%PDF-")
