"""Saving a document: in which format, and where. It stays open until that has worked."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static
from textual.worker import Worker, WorkerState

from routeboek_tui.export.file import ExportError, FileExists
from routeboek_tui.export.formats import FORMATS, write
from routeboek_tui.export.place import place, unquoted
from routeboek_tui.letters.document import Document
from routeboek_tui.tui.screens import helping
from routeboek_tui.tui.screens.letter_form import LineInput
from routeboek_tui.tui.screens.once import OnceScreen
from routeboek_tui.tui.text import safe
from routeboek_tui.tui.widgets.item import Item
from routeboek_tui.tui.widgets.page import Page

UNKNOWN_FAULT = (
    "Bewaren is niet gelukt, en de gids weet niet waarom."
    " Kies een ander soort bestand of een andere map. Wat je typte staat er nog."
)


class SaveScreen(ModalScreen[str], OnceScreen[str]):
    """Asks for a format and a place, and saves there. The result is the path, or "" if not saved.

    ``stem`` is the file name that is proposed, without its extension.
    """

    CSS_PATH = "save_letter.tcss"
    AUTO_FOCUS = "#path"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "laat zo"),
        Binding("f1", "help", "hulp"),
    ]

    def __init__(self, document: Document, stem: str) -> None:
        super().__init__()
        self._document = document
        self._stem = stem
        self._folder = documents_folder()
        self._extension = next(iter(FORMATS))

    def compose(self) -> ComposeResult:
        """The questions, and the place where it says what went wrong."""
        with VerticalScroll(id="save", can_focus=False):
            yield Static(Content(f"Bewaar: {safe(self._document.title)}"), id="save-title")
            yield Page(self._formats(), id="format")
            yield Static(Content("Waar, en onder welke naam"), classes="label")
            yield LineInput(str(self._folder / self._file_name()), id="path")
            yield Static(
                Content("Word-sjabloon van je school, bijvoorbeeld met het logo (mag leeg)"),
                classes="label word",
            )
            yield LineInput(id="reference", classes="word")
            yield Static(id="message")
            with Horizontal(id="buttons"):
                yield Button(Content("Bewaar"), id="keep", compact=True)
                yield Button(Content("Vervang het bestand"), id="replace", compact=True)
                yield Button(Content("Niet bewaren"), id="cancel", compact=True)
            yield Static(
                Content("Tab volgende   Enter bewaart   F1 hulp   Esc terug"), classes="keys"
            )

    def on_mount(self) -> None:
        """Nothing to replace yet."""
        self.query_one("#replace").display = False
        path = self.query_one("#path", Input)
        path.cursor_position = len(path.value)

    def _formats(self) -> Iterator[Item]:
        for each in FORMATS.values():
            mark = "●" if each.extension == self._extension else "○"
            word = f"{each.word[:1].upper()}{each.word[1:]}"
            yield Item(f"{word} (.{each.extension})", 3, lead=f" {mark}", action=each.extension)

    @on(Page.Picked, "#format")
    def _format_chosen(self, event: Page.Picked) -> None:
        self._set_format(event.action)
        path = self.query_one("#path", Input)
        typed = Path(path.value)
        if typed.suffix.removeprefix(".").lower() in FORMATS:
            path.value = str(typed.with_suffix(f".{self._extension}"))

    @on(Input.Changed, "#path")
    def _path_changed(self, event: Input.Changed) -> None:
        self.query_one("#replace").display = False
        self._say("")
        extension = Path(event.value.strip()).suffix.removeprefix(".").lower()
        if extension in FORMATS and extension != self._extension:
            self._set_format(extension)

    def _set_format(self, extension: str) -> None:
        self._extension = extension
        self.query_one("#format", Page).replace(self._formats())
        for widget in self.query(".word"):
            widget.display = FORMATS[extension].styled

    @on(Button.Pressed, "#keep")
    @on(Input.Submitted)
    def _keep_asked(self) -> None:
        self._start(overwrite=False)

    @on(Button.Pressed, "#replace")
    def _replace_asked(self) -> None:
        self._start(overwrite=True)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Go back without saving."""
        self.dismiss("")

    def action_help(self) -> None:
        """Say what can be chosen and typed here."""
        helping.show(self.app, "save")

    def _start(self, *, overwrite: bool) -> None:
        try:
            path = target(
                self.query_one("#path", Input).value, self._folder, self._stem, self._extension
            )
            reference = self._reference()
        except ExportError as error:
            self._say(str(error), wrong=True)
            return
        self._say("Bezig met bewaren …")
        self.query_one("#keep", Button).disabled = True
        self._save(path, reference, overwrite=overwrite)

    def _reference(self) -> Path | None:
        typed = unquoted(safe(self.query_one("#reference", Input).value))
        return place(typed) if typed and FORMATS[self._extension].styled else None

    @work(thread=True, exclusive=True, exit_on_error=False, group="save")
    def _save(self, path: Path, reference: Path | None, *, overwrite: bool) -> str | ExportError:
        try:
            write(self._document, path, overwrite=overwrite, reference=reference)
        except ExportError as error:
            return error
        return str(path)

    @on(Worker.StateChanged)
    def _saved(self, event: Worker.StateChanged) -> None:
        if event.state not in {WorkerState.SUCCESS, WorkerState.ERROR}:
            return
        self.query_one("#keep", Button).disabled = False
        result = event.worker.result if event.state is WorkerState.SUCCESS else None
        if isinstance(result, str):
            # Where something else lies over this screen, it stays and says so itself.
            self._say(f"Bewaard: {result}")
            self.dismiss(result)
            return
        self._say(str(result) if result else UNKNOWN_FAULT, wrong=True)
        if isinstance(result, FileExists):
            self.query_one("#replace").display = True

    def _say(self, text: str, *, wrong: bool = False) -> None:
        message = self.query_one("#message", Static)
        message.update(Content(safe(text)))
        message.set_class(wrong, "-wrong")
        if wrong:
            message.call_after_refresh(message.scroll_visible, animate=False)

    def _file_name(self) -> str:
        return f"{self._stem}.{self._extension}"


def documents_folder() -> Path:
    """The user's folder for documents, or the home folder where there is none."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()


def target(typed: str, folder: Path, stem: str, extension: str) -> Path:
    """The file meant by ``typed``: below ``folder`` if it is no whole path.

    A folder gets the name ``stem`` in it; a name without a known extension gets ``extension``.

    :raises ExportError: when it cannot be a path
    """
    text = unquoted(safe(typed))
    path = place(text, folder) if text else folder
    if text.endswith(("/", "\\")) or os.path.isdir(path):
        return path / f"{stem}.{extension}"
    if path.suffix.removeprefix(".").lower() in FORMATS:
        return path
    return path.with_name(f"{path.name}.{extension}")
