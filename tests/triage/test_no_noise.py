"""A door that only shares a word with what was said is not among those that are offered."""

from pathlib import Path

from routeboek_tui.conversation.triage.wat_nu import candidates
from tests.known import guide
from tests.rows import each_row

LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "no_noise.tsv").read_text(encoding="utf-8").splitlines()
]


SAME = {
    "zwanger": ["Een leerling van 16 is zwanger, mag zij verlof?"],
    "ziek_vaste_dag": ["steeds op maandag ziek gemeld"],
    "vaak_ziek": ["vijfde ziekmelding dit jaar"],
    "lang_ziek": ["al twee weken achter elkaar ziek, moeder belt elke dag"],
    "school_zit_vol": ["Ouders meldden aan, wij zitten vol en hebben geen plek"],
    "scholen_zeggen_nee": ["alle scholen zeggen nee tegen deze leerling"],
    "geschorst": ["leerling is geschorst voor drie dagen"],
}
PLACES = [
    {"regio": "haaglanden", "gemeente": "den_haag", "sector": "po"},
    {"regio": "haaglanden", "gemeente": "rijswijk", "sector": "vo"},
    {"regio": "noord_kennemerland", "sector": "po"},
]


@each_row(("signal", "said"), LINES)
def test_what_is_about_another_is_no_door(signal: str, said: str) -> None:
    for facts in PLACES:
        found = candidates(guide(), said, facts).candidates
        assert signal not in {each.signal.id for each in found}


@each_row("signal", sorted({signal for signal, _ in LINES}))
def test_what_is_about_the_pupil_is_a_door(signal: str) -> None:
    heard = {
        each.signal.id
        for facts in PLACES
        for said in SAME[signal]
        for each in candidates(guide(), said, facts).candidates
    }
    assert signal in heard
