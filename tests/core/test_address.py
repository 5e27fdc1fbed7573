"""The address of a place is read as it is written, and written as it was read."""

from routeboek_tui.core.address import STEP, Address
from routeboek_tui.core.flow import Jump
from tests.known import guide
from tests.rows import each_row

ROWS = [
    ("stap:vo/jes", "stap", "vo/jes", "vo", "jes", "", ""),
    ("stap:vo/jes#melden@2", "stap", "vo/jes", "vo", "jes", "melden", "2"),
    ("stap:jes#melden", "stap", "jes", "jes", "jes", "melden", ""),
    ("tafel:mdo/eerst", "tafel", "mdo/eerst", "mdo", "eerst", "", ""),
    ("boek:mdo", "boek", "mdo", "mdo", "mdo", "", ""),
    ("letter", "letter", "", "", "", "", ""),
]


@each_row(("written", "kind", "name", "holder", "leaf", "part", "visit"), ROWS)
def test_an_address_is_read(
    written: str, kind: str, name: str, holder: str, leaf: str, part: str, visit: str
) -> None:
    at = Address.read(written)
    assert (at.kind, at.name, at.holder, at.leaf) == (kind, name, holder, leaf)
    assert (at.part, at.visit) == (part, visit)


def test_every_place_of_a_fact_is_written_as_it_was_read() -> None:
    places = {place for claim in guide().claims.values() for place in claim.places}
    assert places
    assert {f"{Address.read(place)}" for place in places} == places


def test_the_address_of_a_deed_is_that_of_its_step_with_its_name() -> None:
    assert f"{Address.of_step('vo', 'jes', 'melden')}" == f"{STEP}:vo/jes#melden"


def test_a_door_is_the_step_behind_it() -> None:
    assert Jump.read("ziekteverzuim/drempel") == Jump("ziekteverzuim", "drempel")
    assert not Jump.read("").step
