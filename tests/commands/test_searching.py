"""``routeboek zoek``, as it is typed."""

import json

import pytest

from routeboek_tui import cli


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(["zoek", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_best_comes_first_with_its_sentence_and_source(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run(capsys, "thuisziter")
    assert code == 0
    assert out.startswith("1. Thuiszitter (boek)\n")
    assert "\n   Bron: " in out
    assert "\n   Plek: boek:thuiszitter\n" in out


def test_words_need_no_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "wat", "is", "zorgplicht") == run(capsys, "wat is zorgplicht")


def test_as_many_as_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "verzuim", "--aantal", "2")
    assert "\n2. " in out
    assert "\n3. " not in out


def test_json_is_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "duo melding", "--json", "--route", "ziekteverzuim")
    data = json.loads(out)
    assert code == 0
    assert data["version"] == 2
    assert data["query"] == "duo melding"
    first = data["hits"][0]
    assert first["id"] == "boek:duo_melding"
    assert set(first) == {
        "id", "kind", "title", "route", "score", "excerpt", "general", "marks", "sources",
    }  # fmt: skip
    assert {hit["route"] for hit in data["hits"]} <= {"", "ziekteverzuim"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [("a", "minstens twee letters"), ("?", "een of meer woorden"), ("xylofoonq", "Niets gevonden")],
)
def test_nothing_found_is_said(capsys: pytest.CaptureFixture[str], typed: str, said: str) -> None:
    code, out, _ = run(capsys, typed)
    assert code == 1
    assert said in out


@pytest.mark.parametrize("count", ["0", "-1", "101", "twee", "9" * 5000])
def test_a_count_that_cannot_be_is_refused(capsys: pytest.CaptureFixture[str], count: str) -> None:
    code, _, err = run(capsys, "verzuim", f"--aantal={count}")
    assert code == 2
    assert "1 tot en met 100" in err


def test_an_unknown_route_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "verzuim", "--route", "ziekteverzium")
    assert code == 2
    assert "ziekteverzuim" in err
