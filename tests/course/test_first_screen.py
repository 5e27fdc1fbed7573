"""What stands before a talk: where, which sector, and which route."""

from routeboek_tui.course.beginning import WHERE, WHICH, Beginning
from routeboek_tui.library.compiled import opening
from tests.walks_as_data import TODAY


def _beginning(**kept: str) -> Beginning:
    return Beginning(opening(), kept)


def test_where_and_which_are_asked_and_numbered_through() -> None:
    groups = _beginning().groups
    assert [group.asked for group in groups] == [WHERE, WHICH]
    numbers = [choice.key for group in groups for choice in group.choices]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert _beginning().waiting == groups[0]


def test_a_choice_is_meant_by_its_key_or_its_whole_name_and_by_nothing_else() -> None:
    beginning = _beginning()
    first = beginning.groups[0].choices[0]
    assert beginning.meant(first.key) == beginning.meant(f" {first.label}. ") == (first,)
    for line in (f"{first.key} uur", f"{first.label} is ver", "", "1 en 2", "12", "161", "19"):
        assert not beginning.meant(line), line


def test_keys_of_different_questions_are_meant_together() -> None:
    beginning = _beginning()
    where, which = beginning.groups
    both = (where.choices[0], which.choices[0])
    for line in ("16", "1 6", "1, 6", "1.6."):
        assert beginning.meant(line) == both, line


def test_a_town_settles_its_region_and_a_region_takes_the_town_away() -> None:
    beginning = _beginning()
    town, *_ = beginning.groups[0].choices
    beginning.choose(town)
    assert beginning.facts["regio"] == "haaglanden"
    region = beginning.groups[0].choices[-1]
    assert region.fact == "regio"
    beginning.choose(region)
    assert "gemeente" not in beginning.facts
    assert beginning.facts["regio"] == region.value


def test_a_region_with_one_sector_does_not_ask_it() -> None:
    beginning = _beginning(regio="noord_kennemerland")
    assert [group.asked for group in beginning.groups] == [WHERE]
    assert beginning.facts["sector"] == "po"
    assert beginning.waiting is None


def test_what_was_kept_is_chosen_and_what_does_not_exist_is_not() -> None:
    beginning = _beginning(gemeente="den_haag", sector="vo", naam="Jip")
    assert [each.value for g in beginning.groups for each in g.choices if each.chosen] == [
        "den_haag", "vo",
    ]  # fmt: skip
    assert "naam" not in beginning.facts


def test_the_routes_are_those_of_the_region_and_older_editions_come_last() -> None:
    ways = dict(_beginning(gemeente="den_haag", sector="vo").ways(TODAY))
    assert "noord_kennemerland" not in ways
    assert "oudere editie" in list(ways.values())[-1]
    assert "oudere editie" not in next(iter(ways.values()))
