"""When the app is still, told by what it has left to do instead of by how busy the processor is.

Textual's own wait sleeps a fiftieth of a second at a time, twice for every key, and takes a busy
computer for a busy app.
"""

import asyncio
from time import monotonic

from textual import app, pilot
from textual._context import active_app
from textual.app import App

A_MOMENT = 0.001
"""Seconds between two looks at a thread that is still at work."""


async def settled(_: float = 0, most: float = 5) -> None:
    """Wait until nothing is to be done or painted, ``most`` seconds at most."""
    loop, here, end = asyncio.get_running_loop(), active_app.get(), monotonic() + most
    while monotonic() < end:
        await asyncio.sleep(0)
        if loop._ready:  # type: ignore[attr-defined]
            continue
        if any(worker.is_running for worker in here.workers):
            await asyncio.sleep(A_MOMENT)
        elif not _painted(here):
            return


def _painted(here: App[object]) -> bool:
    """Paint what waits to be painted, in a window of another size too; whether there was any."""
    if not here.is_running or not here.screen_stack:
        return False
    if here._resize_event is not None:
        here._check_resize()
        return True
    screen = here.screen
    waits = (
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )
    if waits and not here._batch_count:
        screen._on_timer_update()
    return bool(waits) and not here._batch_count


def settle() -> None:
    """Let every pilot wait so."""
    pilot.wait_for_idle = app.wait_for_idle = settled  # type: ignore[attr-defined]
