"""The two sides of a letter by name: filling in, and the letter as it will be."""

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widgets import Static


class Tabs(Static):
    """Which of the two sides is shown, when there is room for one; each can be clicked."""

    def show(self, *, preview: bool) -> None:
        """Mark the side that is shown."""
        sides = []
        for words, action, chosen in (
            ("Invullen", "side(False)", not preview),
            ("Voorbeeld", "side(True)", preview),
        ):
            mark = "▸ " if chosen else "  "
            style = "bold $heading" if chosen else "$text-muted"
            part = Content.styled(f"{mark}{words} ", style)
            sides.append(part.stylize(Style.from_meta({"run": action})))
        self.update(sides[0] + Content(" │") + sides[1])

    async def on_click(self, event: events.Click) -> None:
        """Show the side that was clicked."""
        action = event.style.meta.get("run")
        if action:
            await self.screen.run_action(action)
