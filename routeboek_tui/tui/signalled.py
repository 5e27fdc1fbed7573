"""Running the app so that a signal from outside leaves the terminal as it was."""

from threading import Thread
from types import FrameType
from typing import Any

from textual.app import App

from routeboek_tui import ending


def run(app: App[Any]) -> None:
    """Run ``app`` until it stops or a signal ends it; then its return code names the signal."""

    def end(number: int, _: FrameType | None) -> None:
        code = ending.BY_SIGNAL + number
        if not app.is_running:
            raise ending.Ended(code)
        # Only from another thread is the app woken to hear it.
        Thread(target=app.call_from_thread, args=(app.exit, None, code), daemon=True).start()

    with ending.heard(end, (*ending.NAMES, "SIGINT")):
        app.run()
