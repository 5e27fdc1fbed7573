from collections.abc import Iterable

from textual.app import App, ComposeResult
from textual.selection import SELECT_ALL

from routeboek_tui.text.document import Heading, Items, Paragraph, Run, Table
from routeboek_tui.tui.widgets.item import Item, styled
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prose import prose
from tests.rows import each_row


class Paper(App[None]):
    def __init__(self, items: Iterable[Item]) -> None:
        super().__init__()
        self.items = list(items)
        self.picked: list[str] = []
        self.left: list[int] = []

    def compose(self) -> ComposeResult:
        yield Page(self.items)

    def on_page_picked(self, event: Page.Picked) -> None:
        self.picked.append(event.action)

    def on_page_left(self, event: Page.Left) -> None:
        self.left.append(event.direction)

    @property
    def page(self) -> Page:
        return self.query_one(Page)


ITEMS = [
    Item("kort"),
    Item("een regel die te lang is voor de breedte die er is, en dus breekt", 4, "•"),
    Item("antwoord", 4, " 1", side="rechts", action="a"),
    Item("naam die niet past", 6, "Samenwerkingsverband"),
    Item(cells=("stap met een lange naam", "antwoord", "wijzig"), weights=(3, 3, 1)),
    Item("twee\nregels"),
    Item("één é ü €", style="bold"),
]


@each_row("width", [8, 12, 20, 33, 80])
@each_row("item", ITEMS)
def test_the_height_is_the_number_of_lines_and_none_is_too_wide(item: Item, width: int) -> None:
    lines = item.lines(width)
    assert item.height(width) == len(lines)
    assert all(line.cell_length <= width for line in lines)


def test_what_stands_beside_goes_below_when_there_is_no_room() -> None:
    item = Item("antwoord", 4, side="naar het overleg")
    assert [line.plain for line in item.lines(40)] == ["    antwoord            naar het overleg"]
    assert [line.plain.strip() for line in item.lines(22)] == ["antwoord", "naar het overleg"]


def test_no_text_is_lost_by_wrapping() -> None:
    words = "Leg de uitkomst en de afspraken met de ouders vast in het leerlingvolgsysteem."
    lines = Item(words, 5, "•").lines(30)
    assert " ".join(line.plain.replace("•", "").strip() for line in lines) == words


async def test_the_cursor_goes_along_actions_and_enter_picks() -> None:
    app = Paper([Item("kop"), Item("een", action="1"), Item("tussen"), Item("twee", action="2")])
    async with app.run_test(size=(40, 10)) as pilot:
        app.page.focus()
        await pilot.press("enter")
        await pilot.press("down", "down", "enter", "up", "enter")
        assert app.picked == ["2", "1"]
        await pilot.press("up")
        await pilot.pause()
        assert app.left == [-1]


async def test_an_item_passed_by_the_arrows_can_be_clicked() -> None:
    app = Paper([Item("bron", action="s", passed=True), Item("een", action="1")])
    async with app.run_test(size=(40, 10)) as pilot:
        app.page.focus()
        await pilot.press("down", "enter")
        await pilot.click(Page, offset=(1, 0))
        assert app.picked == ["1", "s"]


async def test_arrows_read_a_page_whose_next_action_is_far_away() -> None:
    app = Paper([*(Item(f"regel {n}") for n in range(100)), Item("einde", action="x")])
    async with app.run_test(size=(40, 10)) as pilot:
        app.page.focus()
        await pilot.press("down", "down")
        assert app.page.cursor is None
        assert app.page.scroll_offset.y == 2


async def test_after_replacing_the_cursor_stays_on_its_action() -> None:
    app = Paper([Item("een", action="1"), Item("twee", action="2")])
    async with app.run_test(size=(40, 10)) as pilot:
        app.page.point("2")
        app.page.replace([Item("nieuw"), Item("een", action="1"), Item("twee!", action="2")])
        assert app.page.cursor == 2
        app.page.replace([Item("een", action="1")])
        assert app.page.cursor is None
        await pilot.pause()


async def test_a_long_page_only_paints_what_is_in_view() -> None:
    app = Paper([Item(f"regel {n} " * 12) for n in range(4000)])
    async with app.run_test(size=(80, 24)) as pilot:
        app.page.scroll_to_item(3000, top=True)
        await pilot.pause()
        assert len(app.page._strips) < 100
        app.page.append(Item("laatste"))
        app.page.scroll_to_end()
        await pilot.pause()
        assert app.page.text().endswith("laatste")


async def test_another_width_keeps_the_item_on_top() -> None:
    app = Paper([Item(f"regel {n} " * 10) for n in range(200)])
    async with app.run_test(size=(80, 24)) as pilot:
        app.page.scroll_to_item(100, top=True)
        await pilot.pause()
        await pilot.resize_terminal(50, 24)
        await pilot.pause()
        await pilot.pause()
        assert app.page._place_at(app.page.scroll_offset.y) == 100


async def test_selected_text_is_whole_paragraphs_again() -> None:
    app = Paper([Item("een zin die over meer dan een regel loopt"), Item("tweede")])
    async with app.run_test(size=(20, 10)) as pilot:
        await pilot.pause()
        found = app.page.get_selection(SELECT_ALL)
        assert found[0] == "een zin die over meer dan een regel loopt\ntweede"


def test_blocks_become_items_in_order() -> None:
    run = (Run("tekst"),)
    items = prose(
        [
            Heading(1, (Run("Kop"),)),
            Paragraph((Run("gewoon "), Run("vet", strong=True), Run("[naam]", missing=True))),
            Items(True, (run, run)),
            Table((run, run), ((run, run),)),
        ]
    )
    lines = [line.plain.rstrip() for item in items for line in item.lines(40)]
    assert lines[:6] == ["Kop", "", "gewoon vet[naam]", "", "1. tekst", "2. tekst"]
    assert len(lines) == 9


def test_styled_text_is_never_markup() -> None:
    assert styled(("[b]x[/b]", "bold")).plain == "[b]x[/b]"
