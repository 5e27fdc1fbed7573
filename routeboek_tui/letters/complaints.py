"""What Jinja2 says about a wrong template, said in Dutch."""

import re
from collections.abc import Callable, Mapping

UNREAD = "hier staat iets wat niet te lezen is."

_PARTS: Mapping[str, str] = {
    "end of print statement": "'}}'",
    "end of statement block": "'%}'",
    "end of template": "het einde van de brief",
}
"""What Jinja2 calls a part of a template, with what stands there."""

_SAYINGS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (
        r"expected an expression, got '(.+)'",
        lambda found: f"hier hoort een naam te staan, niet {_part(found[1])}.",
    ),
    (
        r"unexpected end of template, expected '(.+)'",
        lambda found: f"{_part(found[1])} ontbreekt.",
    ),
    (
        r"unexpected end of template.+needs to be closed is '(.+)'",
        lambda found: f"het blok {found[1]!r} wordt niet gesloten. Zet {{% end{found[1]} %}} erna.",
    ),
    (
        r"expected token '(.+)', got '(.+)'",
        lambda found: f"hier hoort {_part(found[1])} te staan, niet {_part(found[2])}.",
    ),
    (
        r"unexpected '(.+)', expected '(.+)'",
        lambda found: f"hier hoort {_part(found[2])} te staan, niet {_part(found[1])}.",
    ),
    (
        r"unexpected (?:char )?(['\"].+['\"])(?: at \d+)?",
        lambda found: f"het teken {found[1]} kan hier niet staan.",
    ),
    (
        r"encountered unknown tag '(.+?)'",
        lambda found: f"de opdracht '{found[1]}' bestaat niet, of hoort niet op deze plaats.",
    ),
    (r"no filter named '(.+)'", lambda found: f"het filter '{found[1]}' bestaat niet."),
    (r"missing end of comment", lambda _: "een opmerking met {# wordt niet gesloten met #}."),
    (r"'(.+)' is undefined", lambda found: f"de naam '{found[1]}' bestaat niet."),
    (r"has no attribute '(.+)'", lambda found: f"het onderdeel '{found[1]}' bestaat niet."),
    (r"is unsafe", lambda _: "dit mag een sjabloon niet opvragen."),
)


def in_dutch(message: str | None) -> str:
    """The Dutch for ``message`` of Jinja2; one it does not know gets a general sentence."""
    for saying, dutch in _SAYINGS:
        if found := re.search(saying, message or "", re.IGNORECASE | re.DOTALL):
            return dutch(found)
    return UNREAD


def _part(name: str) -> str:
    return _PARTS.get(name, f"'{name}'")
