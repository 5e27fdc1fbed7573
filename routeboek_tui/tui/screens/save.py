"""Saving a document: in which format, and where. It stays open until that has worked."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Static
from textual.worker import Worker, WorkerState

from routeboek_tui.course.letter.paper import UNKNOWN_FAULT, Paper, Saved, extension_of
from routeboek_tui.text.characters import safe
from routeboek_tui.tui.room import Panel
from routeboek_tui.tui.widgets.field import Field
from routeboek_tui.tui.widgets.item import Item
from routeboek_tui.tui.widgets.page import Page


class SaveScreen(Panel[str]):
    """Asks for a kind of file and a place, and saves there.

    It is left with what to say of that, or with "" when nothing was saved.
    """

    CSS_PATH = "save.tcss"
    AUTO_FOCUS = "#path"
    about: ClassVar[str] = "save"

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper
        self._folder = documents_folder()
        self._extension = paper.kinds[0].extension

    def compose(self) -> ComposeResult:
        """The questions, and the place where it says what went wrong."""
        with VerticalScroll(id="save", can_focus=False):
            yield Static(Content(f"Bewaar: {safe(self._paper.title)}"), id="save-title")
            yield Page(self._formats(), id="format")
            yield Static(Content("Waar, en onder welke naam"), classes="label")
            yield Field(str(self._folder / f"{self._paper.stem}.{self._extension}"), id="path")
            yield Static(
                Content("Word-sjabloon van je school, bijvoorbeeld met het logo (mag leeg)"),
                classes="label word",
            )
            yield Field(id="reference", classes="word")
            yield Static(id="message")
            with Horizontal(id="buttons"):
                yield Button(Content("Bewaar"), id="keep", compact=True)
                yield Button(Content("Vervang het bestand"), id="replace", compact=True)
                yield Button(Content("Niet bewaren"), id="cancel", compact=True)
            yield Static(
                Content("Tab volgende   Enter of F9 bewaart   F1 hulp   Esc terug"), classes="keys"
            )

    def on_mount(self) -> None:
        """Nothing to replace yet; what a kind of file does not ask for is not there."""
        self._set_format(self._extension)
        self.query_one("#replace").display = False
        path = self.query_one("#path", Input)
        path.cursor_position = len(path.value)

    def _formats(self) -> Iterator[Item]:
        for kind in self._paper.kinds:
            mark = "●" if kind.extension == self._extension else "○"
            words = f"{kind.title} (.{kind.extension})"
            yield Item(words, 3, lead=f" {mark}", action=kind.extension)

    @on(Page.Picked, "#format")
    def _format_chosen(self, event: Page.Picked) -> None:
        self._set_format(event.action)
        path = self.query_one("#path", Input)
        if extension_of(path.value):
            path.value = str(Path(path.value).with_suffix(f".{self._extension}"))

    @on(Input.Changed, "#path")
    def _path_changed(self, event: Input.Changed) -> None:
        self.query_one("#replace").display = False
        self._tell("")
        extension = extension_of(event.value)
        kinds = {kind.extension for kind in self._paper.kinds}
        if extension in kinds - {self._extension}:
            self._set_format(extension)

    def _set_format(self, extension: str) -> None:
        self._extension = extension
        self.query_one("#format", Page).replace(self._formats())
        for widget in self.query(".word"):
            widget.display = self._styled

    @on(Button.Pressed, "#keep")
    @on(Input.Submitted)
    def _keep_asked(self) -> None:
        self._start(overwrite=False)

    @on(Button.Pressed, "#replace")
    def _replace_asked(self) -> None:
        self._start(overwrite=True)

    @on(Button.Pressed, "#cancel")
    def action_back(self) -> None:
        """Go back without saving."""
        self.dismiss("")

    @property
    def field(self) -> Widget | None:
        """The place to save at."""
        return self.query_one("#path")

    def save(self) -> None:
        """Save it."""
        self._start(overwrite=False)

    def paper(self) -> Paper:
        """What is being saved."""
        return self._paper

    def say(self, words: str) -> None:
        """Say it where it also says what went wrong."""
        self._tell(words)

    @property
    def _styled(self) -> bool:
        return next(k.styled for k in self._paper.kinds if k.extension == self._extension)

    def _start(self, *, overwrite: bool) -> None:
        self._tell("Bezig met bewaren …")
        self.query_one("#keep", Button).disabled = True
        typed = safe(self.query_one("#path", Input).value)
        template = safe(self.query_one("#reference", Input).value) if self._styled else ""
        self._save(typed, self._extension, template, overwrite=overwrite)

    @work(thread=True, exclusive=True, exit_on_error=False, group="save")
    def _save(self, typed: str, extension: str, template: str, *, overwrite: bool) -> Saved:
        return self._paper.save(
            typed, self._folder, extension, template=template, overwrite=overwrite
        )

    @on(Worker.StateChanged)
    def _saved(self, event: Worker.StateChanged) -> None:
        if event.state not in {WorkerState.SUCCESS, WorkerState.ERROR}:
            return
        self.query_one("#keep", Button).disabled = False
        found = event.worker.result if event.state is WorkerState.SUCCESS else None
        saved = found if isinstance(found, Saved) else Saved(UNKNOWN_FAULT)
        # Where something else lies over this screen, it stays and says so itself.
        self._tell(saved.words, wrong=not saved.path)
        self.query_one("#replace").display = saved.exists
        if saved.path:
            lacks = f" ({self._paper.lacks} nog leeg)" if self._paper.lacks else ""
            self.dismiss(f"{saved.words}{lacks}")

    def _tell(self, text: str, *, wrong: bool = False) -> None:
        message = self.query_one("#message", Static)
        message.update(Content(safe(text)))
        message.set_class(wrong, "-wrong")
        if wrong:
            message.call_after_refresh(message.scroll_visible, animate=False)


def documents_folder() -> Path:
    """The user's folder for documents, or the home folder where there is none."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()
