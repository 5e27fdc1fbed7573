import pytest
from textual.color import Color
from textual.theme import Theme

from routeboek_tui.library.content import Library
from routeboek_tui.library.preferences import THEMES
from routeboek_tui.tui.themes import TITLES, themes

LEAST = 7.0

PAIRS = [
    ("footer-foreground", "footer-background"),
    ("footer-key-foreground", "footer-background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("screen-selection-foreground", "screen-selection-background"),
    ("link-color-hover", "link-background-hover"),
]
INKS = [
    "text", "text-muted", "text-disabled", "text-error", "text-warning", "text-success",
    "text-primary", "text-accent", "heading", "foreground", "foreground-muted",
]  # fmt: skip
PAPERS = ["background", "surface", "panel", "bar"]


def luminance(colour: Color) -> float:
    parts = (part / 255 for part in (colour.r, colour.g, colour.b))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(front: str, back: str) -> float:
    light, dark = sorted((luminance(Color.parse(c)) for c in (front, back)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
def test_every_text_stands_out_from_what_it_stands_on(theme: Theme, library: Library) -> None:
    colours = {**theme.to_color_system().generate(), **theme.variables}
    inks = [*INKS, *(f"actor-{actor}" for actor in library.actors)]
    pairs = [(ink, paper) for ink in inks for paper in PAPERS] + PAIRS
    weak = {
        pair: round(contrast(colours[pair[0]], colours[pair[1]]), 1)
        for pair in pairs
        if contrast(colours[pair[0]], colours[pair[1]]) < LEAST
    }
    assert not weak


BEAMER, FAR = "routeboek-beamer", 10.0


def test_on_a_projector_every_text_stands_out_more(library: Library) -> None:
    theme = next(each for each in themes() if each.name == BEAMER)
    colours = {**theme.to_color_system().generate(), **theme.variables}
    inks = [*INKS, *(f"actor-{actor}" for actor in library.actors)]
    pairs = [(ink, paper) for ink in inks for paper in PAPERS] + PAIRS
    assert min(contrast(colours[ink], colours[paper]) for ink, paper in pairs) >= FAR


def test_the_themes_are_those_that_may_be_remembered() -> None:
    assert tuple(theme.name for theme in themes()) == THEMES == tuple(TITLES)
