"""The themes of the guide: every text at least 7:1 against what it stands on.

That for a projector has 10:1: in a lit room much of it is lost.
"""

from collections.abc import Mapping

from textual.theme import Theme

TITLES: Mapping[str, str] = {
    "routeboek-licht": "licht",
    "routeboek-donker": "donker",
    "routeboek-contrast": "hoog contrast",
    "routeboek-beamer": "voor de beamer",
}
"""The themes by name, with the word for each."""

_GROUPS: Mapping[str, tuple[str, ...]] = {
    "school": ("jij", "school", "smw", "schoolbestuur", "leerkracht", "directeur"),
    "overleg": ("overleg", "driehoek", "partner", "adviestafel", "analysetafel"),
    "zorg": ("jgz", "jeugdarts", "sma_arts", "behandelaar", "ecz"),
    "leerplicht": ("leerplicht", "om", "inspectie", "raad"),
    "gezin": ("ouders", "leerling", "gezin"),
    "samen": (
        "swv",
        "adviseur_sppoh",
        "sot_consulent",
        "mwta",
        "jeugdhulp",
        "kdc",
        "hulpverlener",
        "gemeente",
        "managers",
        "regisseur",
        "teamleider",
        "beleidsmedewerker",
        "directeuren",
    ),
}
"""Actors that share a colour. The word of the actor always stands beside it."""


def themes() -> tuple[Theme, ...]:
    """The themes, ready to be registered."""
    return (_licht(), _donker(), _contrast(), _beamer())


def _licht() -> Theme:
    actors = ("#0b3d91", "#5b1f8a", "#00504a", "#8a1c1c", "#1e5217", "#5f3b00")
    return _theme(
        "routeboek-licht",
        dark=False,
        paper=("#fbfaf7", "#f3f0e8", "#e9e5da"),
        ink=("#1a1a1a", "#474747", "#123f7d", "#7a1414", "#6b3f00", "#1e5217"),
        cursor=("#123f7d", "#ffffff"),
        actors=actors,
    )


def _donker() -> Theme:
    actors = ("#a9c7ff", "#d9b8ff", "#7fe0d4", "#ffb0a8", "#a9e59a", "#f5cf86")
    return _theme(
        "routeboek-donker",
        dark=True,
        paper=("#14171c", "#1c2027", "#252b34"),
        ink=("#ececec", "#b9bec6", "#a9c7ff", "#ffb0a8", "#f5cf86", "#a9e59a"),
        cursor=("#a9c7ff", "#0d1014"),
        actors=actors,
    )


def _contrast() -> Theme:
    actors = ("#9fd0ff", "#e6c4ff", "#7ffff0", "#ffc2bb", "#b8ffa8", "#ffe08a")
    return _theme(
        "routeboek-contrast",
        dark=True,
        paper=("#000000", "#000000", "#000000"),
        ink=("#ffffff", "#ffffff", "#ffff66", "#ffc2bb", "#ffe08a", "#b8ffa8"),
        cursor=("#ffff66", "#000000"),
        actors=actors,
    )


def _beamer() -> Theme:
    actors = ("#002b66", "#3b0a66", "#003833", "#6b0000", "#0b3d00", "#4d2e00")
    return _theme(
        "routeboek-beamer",
        dark=False,
        paper=("#ffffff", "#ffffff", "#f0f0f0"),
        ink=("#000000", "#262626", "#002b66", "#6b0000", "#4d2e00", "#0b3d00"),
        cursor=("#002b66", "#ffffff"),
        actors=actors,
    )


def _theme(  # noqa: PLR0913 - the parts of a theme
    name: str,
    *,
    dark: bool,
    paper: tuple[str, str, str],
    ink: tuple[str, str, str, str, str, str],
    cursor: tuple[str, str],
    actors: tuple[str, ...],
) -> Theme:
    """A theme from its papers (page, raised, bar), inks, cursor and actors' colours.

    The inks are for text, muted text, headings, errors, warnings and what is done.
    """
    page, raised, bar = paper
    text, _, heading, error, warning, success = ink
    variables = _variables(page, bar, ink, cursor)
    for members, colour in zip(_GROUPS.values(), actors, strict=True):
        variables.update({f"actor-{actor}": colour for actor in members})
    return Theme(
        name=name,
        primary=heading,
        secondary=heading,
        accent=heading,
        warning=warning,
        error=error,
        success=success,
        foreground=text,
        background=page,
        surface=raised,
        panel=bar,
        dark=dark,
        variables=variables,
    )


def _variables(
    page: str, bar: str, ink: tuple[str, str, str, str, str, str], cursor: tuple[str, str]
) -> dict[str, str]:
    """What Textual would derive for itself, and too faintly."""
    text, muted, heading, error, warning, success = ink
    back, front = cursor
    return {
        "text": text,
        "text-muted": muted,
        "text-disabled": muted,
        "text-primary": heading,
        "text-secondary": heading,
        "text-accent": heading,
        "text-error": error,
        "text-warning": warning,
        "text-success": success,
        "heading": heading,
        "bar": bar,
        "foreground-muted": muted,
        "foreground-disabled": muted,
        "block-cursor-background": back,
        "block-cursor-foreground": front,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": back,
        "block-cursor-blurred-foreground": front,
        "block-hover-background": bar,
        "border": heading,
        "border-blurred": muted,
        "footer-background": bar,
        "footer-foreground": text,
        "footer-key-foreground": heading,
        "footer-description-foreground": text,
        "input-cursor-background": text,
        "input-cursor-foreground": page,
        "input-selection-background": back,
        "input-selection-foreground": front,
        "screen-selection-background": back,
        "screen-selection-foreground": front,
        "button-foreground": text,
        "button-color-foreground": front,
        "button-focus-text-style": "bold",
        "link-color": heading,
        "link-color-hover": front,
        "link-background-hover": back,
        "scrollbar": muted,
        "scrollbar-hover": heading,
        "scrollbar-active": heading,
        "scrollbar-background": bar,
        "scrollbar-background-hover": bar,
        "scrollbar-background-active": bar,
        "scrollbar-corner-color": bar,
    }
