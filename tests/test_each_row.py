"""A table in one test tries all its rows and lets none of them fail unseen."""

import asyncio
from pathlib import Path

import pytest

from tests.rows import each_row

TRIED: list[int] = []


@each_row(("number", "most"), [(1, 2), (5, 2), pytest.param(2, 2, id="twee"), (7, 2)])
def _small(number: int, most: int) -> None:
    TRIED.append(number)
    assert number <= most


@each_row("number", [1, 5], ids=["een", "vijf"])
async def _awaited(number: int) -> None:
    assert number == 1


@each_row("number", [1, 2])
@each_row("other", [1, 2])
def _both(number: int, other: int) -> None:
    assert number + other < 4


def test_every_row_is_tried_and_all_that_fail_are_named() -> None:
    TRIED.clear()
    with pytest.raises(BaseExceptionGroup, match="2 of 4 rows") as told:
        _small()
    assert TRIED == [1, 5, 2, 7]
    assert "row: 5 | 2" in str(told.value)
    assert "row: 7 | 2" in str(told.value)


def test_a_row_that_is_awaited_fails_too() -> None:
    with pytest.raises(BaseExceptionGroup, match="row: vijf"):
        asyncio.run(_awaited())


def test_two_tables_are_tried_as_every_pair() -> None:
    with pytest.raises(BaseExceptionGroup, match="row: 2"):
        _both()


@each_row("number", [1, 2])
def test_what_is_no_field_of_a_row_is_a_fixture(root: Path, number: int) -> None:
    assert root.is_dir()
    assert number


@each_row("number", [1, 2, 3])
def _left_out(number: int) -> None:
    if number < 3:
        pytest.skip("not here")
    assert number < 3


def test_a_row_that_is_left_out_leaves_the_others_in() -> None:
    with pytest.raises(BaseExceptionGroup, match="1 of 3 rows"):
        _left_out()


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(AssertionError, match="without rows"):
        each_row("number", [])
