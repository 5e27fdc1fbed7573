"""The boxes of a letter: one types on behind what stands there, and a first letter chooses."""

from textual.app import App, ComposeResult

from routeboek_tui.tui.screens.letter_form import LinesInput, OneOf


class Boxes(App[None]):
    def compose(self) -> ComposeResult:
        yield LinesInput("5 ziekmeldingen\nsinds oktober")
        yield OneOf(("van school", "van thuis", "weet niet"), "van school")


async def test_what_is_filled_in_is_typed_on_behind() -> None:
    app = Boxes()
    async with app.run_test() as pilot:
        app.query_one(LinesInput).focus()
        await pilot.press("!")
        assert app.query_one(LinesInput).text == "5 ziekmeldingen\nsinds oktober!"


async def test_a_first_letter_chooses_the_next_that_begins_so() -> None:
    app = Boxes()
    async with app.run_test() as pilot:
        box = app.query_one(OneOf)
        box.focus()
        for pressed, value in (("v", "van thuis"), ("v", "van school"), ("w", "weet niet")):
            await pilot.press(pressed)
            assert box.value == value
        await pilot.press("x")
        assert box.value == "weet niet"
