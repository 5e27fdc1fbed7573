"""The rows of a table in one test: each is tried, and all that fail are told by their names.

A test of its own costs more than hearing a sentence does. So what a table says is one test for all
its rows, and takes only fixtures that are the same for each of them.
"""

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., Any]
Names = Callable[[Any], object] | Iterable[str] | None

TOLD = (Exception, pytest.fail.Exception, pytest.skip.Exception)


def each_row(
    names: str | Sequence[str], rows: Iterable[Any], ids: Names = None
) -> Callable[[Test], Test]:
    """As ``pytest.mark.parametrize``, of which every row is tried in the same test.

    :raises AssertionError: while tests are sought, where there is nothing to try
    """
    fields = [name.strip() for name in names.split(",")] if isinstance(names, str) else [*names]
    named = ids if callable(ids) or ids is None else list(ids)
    known = [_row(fields, row, number, named) for number, row in enumerate(rows)]
    assert known, "a table without rows proves nothing"

    def of(test: Test) -> Test:
        if inspect.iscoroutinefunction(test):

            @wraps(test)
            async def tried(**given: Any) -> None:
                failed = []
                for name, row in known:
                    try:
                        await test(**given, **row)
                    except TOLD as problem:
                        failed.append(_named(name, problem))
                _tell(failed, len(known))
        else:

            @wraps(test)
            def tried(**given: Any) -> None:
                failed = []
                for name, row in known:
                    try:
                        test(**given, **row)
                    except TOLD as problem:
                        failed.append(_named(name, problem))
                _tell(failed, len(known))

        asked = inspect.signature(test)
        others = [each for each in asked.parameters.values() if each.name not in fields]
        assert len(others) + len(fields) == len(asked.parameters), "a row has a field of no use"
        tried.__signature__ = asked.replace(parameters=others)  # type: ignore[attr-defined]
        return tried

    return of


def _row(
    fields: list[str], row: Any, number: int, ids: Callable[[Any], object] | list[str] | None
) -> tuple[str, dict[str, Any]]:
    """A row by its name: what ``ids`` says, its own, or what stands in it."""
    name = ""
    if isinstance(row, type(pytest.param())):
        assert not row.marks, "a row that may fail is no row"
        name, values = str(row.id or ""), row.values
    else:
        values = (row,) if len(fields) == 1 else tuple(row)
    assert len(values) == len(fields), (fields, values)
    if not name and callable(ids):
        name = " ".join(str(ids(value)) for value in values)
    elif not name:
        name = str(ids[number]) if ids else " | ".join(str(value)[:60] for value in values)
    return name, dict(zip(fields, values, strict=True))


def _named(name: str, problem: BaseException) -> BaseException:
    problem.add_note(f"row: {name}")
    return problem


def _tell(told: list[BaseException], tried: int) -> None:
    """Fail for the rows that did; a test of which every row was left out is left out."""
    failed = [each for each in told if not isinstance(each, pytest.skip.Exception)]
    if not failed and len(told) == tried:
        raise told[0]
    if failed:
        names = "\n".join(f"  {problem.__notes__[-1]}" for problem in failed)
        raise BaseExceptionGroup(f"{len(failed)} of {tried} rows\n{names}", failed)
