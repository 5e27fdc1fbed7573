"""Reads the words of Dutch that a conversation knows, from ``content/taal``."""

from routeboek_tui.library.language import Language
from routeboek_tui.library.node import Node, read_yaml, texts_of
from routeboek_tui.library.problems import Problem

TALK = "content/taal/gesprek.yaml"
COMMANDS = (
    "undo", "why", "source", "map", "advice", "letters", "what_if", "help", "stop", "restart",
    "change", "facts", "book", "search", "safety", "quiet", "aloud", "compare",
)  # fmt: skip
"""What can be asked of the guide at any moment."""

_SETS = ("question_words", "yes", "no", "negators", "doubts", "no_slips", "people", "staff")


def read_language(text: str, file: str, problems: list[Problem]) -> Language:
    """The words of a conversation. A word that says yes and no at once is a problem."""
    needed = ("commands", "with_argument", *_SETS)
    parts = read_yaml(text, file, problems).fields("De woorden van het gesprek", needed, needed)
    sets = {name: frozenset(texts_of(parts, name)) for name in _SETS}
    for name in _SETS:
        if name in parts and not sets[name]:
            parts[name].problem(f"De lijst “{name}” is leeg.")
    for word in sorted(sets["yes"] & (sets["no"] | sets["negators"])):
        parts["yes"].problem(f"“{word}” zegt ja, en staat ook bij nee.")
    commands = _ways(parts.get("commands"))
    for name in COMMANDS if "commands" in parts else ():
        if name not in commands.values():
            parts["commands"].problem(f"De opdracht “{name}” heeft geen woorden.")
    return Language(commands, _ways(parts.get("with_argument")), **sets)


def _ways(node: Node | None) -> dict[str, str]:
    """The command by each way of saying it; the longest way first."""
    found: dict[str, str] = {}
    for name, child in node.items("De lijst van opdrachten") if node else ():
        child.named("De opdracht", name, COMMANDS)
        for way in child.texts(name):
            if found.setdefault(way, name) != name:
                child.problem(f"“{way}” is al de opdracht “{found[way]}”.")
    return dict(sorted(found.items(), key=lambda way: -len(way[0])))
