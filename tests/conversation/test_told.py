"""What a sentence says besides what it is about, as a table."""

from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from routeboek_tui.conversation.told import told
from routeboek_tui.core.said import Said
from tests.known import guide

TODAY = date(2026, 11, 23)
LIBRARY = guide()
SHORT = {"z": "zorgwekkend_ziekteverzuim", "n": "ziekteverzuim_nk", "u": "zestien_uur",
         "t": "te_laat"}  # fmt: skip


def table(name: str) -> list[tuple[str, ...]]:
    """The lines of a table beside this file."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [tuple(line.split("\t")) for line in lines]


SENTENCES = table("told.tsv")


def heard(sector: str, sentence: str) -> Said:
    known = {} if sector == "-" else {"sector": sector}
    return told(sentence, LIBRARY, known, TODAY)


def flat(said: Said) -> set[str]:
    """What was said as the table writes it."""
    found = {f"{fact}={value}" for fact, value in said.facts.items()}
    found |= {f"{fact}={day.isoformat()}" for fact, day in said.dates.items()}
    if said.birth_date:
        found.add(f"geboren={said.birth_date.isoformat()}")
    for short, policy in SHORT.items():
        given = said.counts.get(policy, {})
        found |= {f"{short}.{name}={value}" for name, value in given.items()}
    return found


def expected(cell: str) -> set[str]:
    found = set()
    for each in cell.split():
        name, _, value = each.partition("=")
        if name == "ziek":
            found |= {f"z.meldingen={value}", f"n.meldingen={value}"}
        elif value:
            found.add(each)
    return found


@pytest.mark.parametrize(("sector", "sentence", "values"), SENTENCES, ids=[s[1] for s in SENTENCES])
def test_what_a_sentence_says(sector: str, sentence: str, values: str) -> None:
    assert flat(heard(sector, sentence)) == expected(values)


def test_a_birth_date_is_also_what_a_policy_counts() -> None:
    said = heard("-", "geboren op 3-2-2012")
    assert said.counts == {"leerplichtig": {"geboortedatum": "2012-02-03"}}


def test_it_is_quick() -> None:
    for sector, sentence, _ in SENTENCES[:20]:
        heard(sector, sentence)
    start = perf_counter()
    for sector, sentence, _ in SENTENCES:
        heard(sector, sentence)
    assert (perf_counter() - start) / len(SENTENCES) < 0.005
