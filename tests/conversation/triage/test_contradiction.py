"""Facts given beforehand that cannot hold together are refused, by a command and by a program."""

import json

import pytest

from routeboek_tui.cli import main
from routeboek_tui.commands.refusal import Exit
from routeboek_tui.json_lines.talking import answered
from tests.known import guide
from tests.walks_as_data import TODAY

PO, VO = {"regio": "haaglanden", "sector": "po"}, {"regio": "haaglanden", "sector": "vo"}

APART = {
    "a town in another region": ("ziekteverzuim", {"gemeente": "rijswijk", "regio": "elders"}),
    "a region without the town": (
        "ziekteverzuim",
        {"regio": "noord_kennemerland", "gemeente": "den_haag"},
    ),
    "younger than said": (
        "ziekteverzuim",
        {**VO, "leeftijd": "vanaf_12", "geboortedatum": "2018-01-01"},
    ),
    "older than said": (
        "ziekteverzuim",
        {**VO, "geboortedatum": "2009-01-01", "leeftijd": "onder_12"},
    ),
    "no adult": ("ziekteverzuim", {**PO, "meerderjarig": "ja", "geboortedatum": "2017-01-01"}),
    "an adult": ("ziekteverzuim", {**VO, "meerderjarig": "nee", "geboortedatum": "2005-01-01"}),
    "worrying before birth": (
        "ziekteverzuim",
        {**VO, "zorgwekkend_sinds": "2010-01-01", "geboortedatum": "2012-01-01"},
    ),
    "unauthorised before birth": (
        "ziekteverzuim",
        {**VO, "geboortedatum": "2012-01-01", "ongeoorloofd_sinds": "2011-12-31"},
    ),
    "the route of another sector": ("met_schoolinschrijving_po", VO),
    "the other sector": ("met_schoolinschrijving_vo", PO),
    "a sector without a route": ("noord_kennemerland", {"sector": "vo"}),
    "the route of another region": ("noord_kennemerland", {"gemeente": "den_haag"}),
    "another region": ("zonder_schoolinschrijving", {"regio": "noord_kennemerland"}),
}
TOGETHER = {
    "a town and its region": ("ziekteverzuim", {"gemeente": "rijswijk", "regio": "haaglanden"}),
    "an age and a birth": (
        "ziekteverzuim",
        {**VO, "leeftijd": "vanaf_12", "geboortedatum": "2010-01-01"},
    ),
    "elsewhere": ("ziekteverzuim", {"regio": "elders", "sector": "vo"}),
    "not known": ("ziekteverzuim", {**VO, "leeftijd": "", "geboortedatum": "2010-01-01"}),
    "no route yet": ("triage", {"regio": "noord_kennemerland", "sector": "vo"}),
}


def asked(route: str, facts: dict[str, str]) -> dict[str, object]:
    request = {"route": route, "facts": facts, "date": TODAY.isoformat()}
    return answered(guide(), json.dumps(request).encode())


def command(route: str, facts: dict[str, str]) -> list[str]:
    known = [word for fact, value in facts.items() for word in ("--feit", f"{fact}={value or '?'}")]
    return ["advies", route, "--datum", TODAY.isoformat(), *known]


@pytest.mark.parametrize(("route", "facts"), APART.values(), ids=APART)
def test_what_cannot_hold_together_is_refused(
    route: str, facts: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = asked(route, facts)
    assert str(found["error"]).endswith(".")
    assert str(found["at"]).removeprefix("facts.") in facts
    assert main(command(route, facts)) == Exit.WRONG_USE
    _, told = capsys.readouterr()
    assert str(found["error"]) in " ".join(told.split())


@pytest.mark.parametrize(("route", "facts"), TOGETHER.values(), ids=TOGETHER)
def test_what_can_hold_together_is_taken(route: str, facts: dict[str, str]) -> None:
    assert "error" not in asked(route, facts)
    assert main(command(route, facts)) == Exit.DONE


@pytest.mark.parametrize(
    "more",
    [
        ["--feit", "sector=po"],
        ["--feit", "veiligheid=nee", "--feit", "soort_gevaar=geweld_thuis"],
        ["--feit", "geboortedatum=1-1-2014", "--antwoord", "drempel=ja@1-6-2013"],
    ],
)
def test_a_command_refuses_what_contradicts_itself(more: list[str]) -> None:
    assert main([*command("ziekteverzuim", VO), *more]) == Exit.WRONG_USE
