"""Running the app so that a signal from outside leaves the terminal as it was."""

import asyncio
import signal
from contextlib import suppress
from typing import Any

from textual.app import App

from routeboek_tui import ending


async def until_ended(app: App[Any]) -> None:
    """Run ``app`` until it stops or a signal ends it; then its return code names the signal."""
    loop = asyncio.get_running_loop()
    for number in (*ending.signals(), signal.SIGINT):
        # Windows has no such handlers; there the terminal is closed with the program.
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, app.exit, None, ending.BY_SIGNAL + number)
    await app.run_async()
