"""Every command that ``routeboek wat-nu`` can print runs, and begins where it was promised."""

import io
import json
import shlex
from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from routeboek_tui.cli import main
from routeboek_tui.commands.refusal import Exit
from routeboek_tui.commands.wat_nu import Starting
from routeboek_tui.conversation.triage.begin import Beginning, beginning, implied
from routeboek_tui.conversation.triage.wat_nu import candidates
from routeboek_tui.core.flow import Edge
from routeboek_tui.lines.lines import harmless
from tests.known import guide
from tests.rows import each_row

PLACES = (
    "gemeente=den_haag", "gemeente=leidschendam_voorburg", "gemeente=rijswijk",
    "regio=haaglanden", "regio=noord_kennemerland",
)  # fmt: skip
OTHERS = {
    "sector": ("po", "vo"),
    "ingeschreven": ("ja", "nee"),
    "leeftijd": ("onder_12", "vanaf_12"),
    "meerderjarig": ("ja", "nee"),
}
MANY = 100


def _leads() -> dict[str, tuple[Edge, ...]]:
    """Where every signal and every combination leads."""
    library = guide()
    named = {**library.signals, **library.together}
    return {name: each.goto for name, each in named.items() if each.goto}


def _ways(edges: tuple[Edge, ...]) -> Iterator[tuple[tuple[str, ...], Beginning]]:
    """The facts that can be given, as typed, each with where that begins."""
    library = guide()
    named = [fact for fact in OTHERS if any(fact in edge.when for edge in edges)]
    for place, *values in product(PLACES, *(OTHERS[fact] for fact in named)):
        given = (place, *(f"{fact}={v}" for fact, v in zip(named, values, strict=True)))
        known = implied(library, dict(fact.split("=") for fact in given))
        if known["regio"] == "noord_kennemerland" and known.get("sector") == "vo":
            continue
        yield given, beginning(library, edges, known)


def _printed() -> dict[str, Beginning]:
    """Every command, with where it should begin."""
    found = {}
    for edges in _leads().values():
        for given, at in _ways(edges):
            if at.door:
                found[Starting(guide(), date.today(), given).command(at)] = at
    return found


PRINTED = _printed()


def test_every_signal_prints_one() -> None:
    assert len(PRINTED) > MANY
    doors = {at.door for at in PRINTED.values()}
    assert doors == {edge.to for edges in _leads().values() for edge in edges}


@pytest.mark.parametrize("command", PRINTED)
def test_it_begins_where_it_was_promised(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    program, *arguments = shlex.split(command)
    monkeypatch.setattr("sys.stdin", io.StringIO("nee\nkaart\n"))
    assert program == "routeboek"
    assert main([*arguments, "--regels"]) == Exit.DONE
    out, err = capsys.readouterr()
    assert not err
    way = out[out.index("De weg tot nu toe:") :].splitlines()
    begun = harmless(PRINTED[command].step)
    # What the triage itself says is done stands above the first question; the way goes on from it.
    said_first = f"Nu te doen: {begun}\n" in out[: out.index("Over de leerling.")]
    # What runs beside it already is told before it.
    first = next(line for line in way[1:] if not line.endswith("(tegelijk)"))
    assert begun in first or said_first


@each_row("name", _leads())
def test_no_fact_is_asked_that_the_region_does_not_need(name: str) -> None:
    library = guide()
    for region in ("haaglanden", "noord_kennemerland"):
        known = implied(library, {"regio": region})
        needs = beginning(library, _leads()[name], known).needs
        assert "regio" not in needs
        assert not needs or len({at.door for given, at in _ways(_leads()[name]) if (
            implied(library, dict(f.split("=") for f in given))["regio"] == region
        )}) > 1  # fmt: skip
        if len(library.sectors_in(region)) == 1:
            assert "sector" not in needs


def test_where_it_doubts_each_has_its_command(capsys: pytest.CaptureFixture[str]) -> None:
    facts = ["--feit", "gemeente=rijswijk", "--feit", "sector=vo"]
    said = "hij is vaak ziek, spijbelt en komt te laat"
    found = candidates(guide(), said, implied(guide(), {"gemeente": "rijswijk", "sector": "vo"}))
    assert not found.candidates[0].sure
    main(["wat-nu", said, *facts])
    out = capsys.readouterr().out
    for number, _ in enumerate(found.candidates, 1):
        assert f"Begin zo bij {number}: routeboek gesprek " in out
    main(["wat-nu", said, *facts, "--json"])
    for each in json.loads(capsys.readouterr().out)["candidates"]:
        assert each["command"] in out


def test_what_was_given_stands_in_the_command_as_it_was_given(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = ["gemeente=rijswijk", "sector=vo", "geboortedatum=03-02-2012",
             "zorgwekkend_sinds=05-10-2026", "ingeschreven=?"]  # fmt: skip
    main(["wat-nu", "hij spijbelt", *(w for each in given for w in ("--feit", each))])
    line = next(s for s in capsys.readouterr().out.splitlines() if s.startswith("Begin zo"))
    words = shlex.split(line.partition(": ")[2])
    assert [words[n + 1] for n, word in enumerate(words) if word == "--feit"] == given
    monkeypatch.setattr("sys.stdin", io.StringIO("nee\nfeiten\n"))
    assert main([*words[1:], "--regels"]) == Exit.DONE
    assert "geboren 3 februari 2012" in capsys.readouterr().out


def test_what_must_be_given_first_can_be(capsys: pytest.CaptureFixture[str]) -> None:
    main(["wat-nu", "hij spijbelt"])
    line = next(s for s in capsys.readouterr().out.splitlines() if s.startswith("Geef eerst op"))
    name, _, values = line.removeprefix("Geef eerst op: --feit ").partition("=")
    for value in values.split("|"):
        assert main(["wat-nu", "hij spijbelt", "--feit", f"{name}={value}"]) == Exit.DONE
