"""A letter without a route takes one that fits the region, the town and the sector given."""

from pathlib import Path

import pytest

from routeboek_tui.cli import main
from routeboek_tui.commands.refusal import Exit

KNOWN = ["--feit", "veiligheid=nee", "--feit"]


def test_the_route_is_one_of_the_region(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    command = ["brief", "uitnodiging-overleg", *KNOWN, "regio=noord_kennemerland"]
    assert main([*command, "--vanaf", "mdo_nk", "--uit", str(file)]) == Exit.DONE
    assert "MDO" in file.read_text(encoding="utf-8")


def test_a_letter_that_no_route_there_has_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["brief", "tekst-duo-melding", *KNOWN, "regio=noord_kennemerland"]
    assert main([*command, "--uit", str(tmp_path / "x.txt")]) == Exit.FOUND
    assert "Noem de route zelf met --route" in capsys.readouterr().err
