"""A command as it is typed: its exit code, and what it printed on each stream."""

import pytest

from routeboek_tui import cli


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Carry out ``routeboek`` with these arguments."""
    try:
        code = cli.main([str(each) for each in arguments])
    except SystemExit as left:
        code = int(left.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err
