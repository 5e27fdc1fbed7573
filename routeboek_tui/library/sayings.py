"""Decodes ``content/uitleg.yaml``: the sentences of the arithmetic, and the slots they fill."""

from routeboek_tui.core.figures import Form
from routeboek_tui.core.knowledge import SLOT
from routeboek_tui.core.sayings import SLOTS
from routeboek_tui.library.node import Node, read_yaml
from routeboek_tui.library.problems import Problem
from routeboek_tui.text.spelling import suggestion

FILE = "content/uitleg.yaml"


def read_sayings(text: str, file: str, problems: list[Problem]) -> dict[str, str]:
    """Every sentence by name; each must fill its own slots, and no others."""
    top = read_yaml(text, file, problems)
    found = {}
    for name, node in top.items("De lijst van zinnen"):
        if node.named("De zin", name, SLOTS):
            found[name] = node.text(name)
            _slots(name, found[name], node)
    for name in SLOTS:
        if name not in found and top.value is not None:
            top.problem(f"De zin “{name}” ontbreekt.")
    return found


def _slots(name: str, said: str, node: Node) -> None:
    wanted, forms = SLOTS[name], set(Form)
    slots = list(SLOT.finditer(said))
    for slot in slots:
        if slot["name"] not in wanted:
            near = suggestion(slot["name"], wanted)
            node.problem(f"De zin “{name}” kent geen “{{{slot['name']}}}”.{near}")
        if (slot["form"] or "") not in forms:
            near = suggestion(slot["form"], forms)
            node.problem(f"De vorm “{slot['form']}” bestaat niet.{near}")
    for slot_name in wanted:
        if slot_name not in {slot["name"] for slot in slots}:
            node.problem(f"De zin “{name}” mist “{{{slot_name}}}”.")
    if "{" in SLOT.sub("", said) or "}" in SLOT.sub("", said):
        node.problem(f"De zin “{name}” heeft een haak die niet klopt. Schrijf {{naam}}.")
