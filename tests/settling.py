"""Apps that are walked through by a test lose no time.

When one is still, is told by what it has left to do instead of by how busy the processor is:
Textual's own wait sleeps a fiftieth of a second at a time, twice for every key, and takes a busy
computer for a busy app. Nobody looks on, so it is painted when a test pauses to look, and not
between the keys before that. The same style sheets are read once for all apps.
"""

import asyncio
from time import monotonic
from typing import Any

from textual import app, pilot, screen
from textual._context import active_app
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

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
        elif not _refreshed(here):
            return


async def looked_at(_: float = 0) -> None:
    """Wait until nothing is to be done, and paint what changed since somebody looked."""
    await settled()
    here = active_app.get()
    if here.is_running and here.screen_stack and here.screen._compositor._dirty_regions:
        stack = here._background_screens
        here._display(here.screen, here.screen._compositor.render_update(screen_stack=stack))


def _left_to_paint(shown: Screen[object]) -> None:
    """Stands for painting at once; to whom counts it is still told."""
    if shown is not shown.app.screen:
        _refresh(shown)
        return
    shown.app._display(shown, None)
    shown._dirty_widgets.clear()
    shown.app._update_mouse_over(shown)


_refresh = Screen._compositor_refresh


def _refreshed(here: App[object]) -> bool:
    """Lay out what waits for it, in a window of another size too; whether there was any."""
    if not here.is_running or not here.screen_stack:
        return False
    if here._resize_event is not None:
        here._check_resize()
        return True
    shown = here.screen
    waits = (
        shown._layout_required
        or shown._scroll_required
        or shown._repaint_required
        or shown._recompose_required
        or shown._dirty_widgets
        or shown._callbacks
    )
    if waits and not here._batch_count:
        shown._on_timer_update()
    return bool(waits) and not here._batch_count


_parse = Stylesheet._parse_rules
_parsed: dict[object, list[RuleSet]] = {}


def _parsed_once(sheet: Stylesheet, *given: Any, **named: Any) -> list[RuleSet]:
    key = (given, *named.items(), *sorted(sheet._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse(sheet, *given, **named)
    return _parsed[key]


def settle() -> None:
    """Let every pilot wait so, and every app share what it read."""
    screen.UPDATE_PERIOD = 1  # type: ignore[misc]
    pilot.wait_for_idle = looked_at  # type: ignore[attr-defined]
    app.wait_for_idle = settled  # type: ignore[attr-defined]
    Screen._compositor_refresh = _left_to_paint  # type: ignore[method-assign]
    Stylesheet._parse_rules = _parsed_once  # type: ignore[method-assign]
