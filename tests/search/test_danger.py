"""The ear for danger, on sentences of three authors that it was not made of."""

import re
import shutil
import statistics
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routeboek_tui.library.content import Library
from routeboek_tui.library.sentences import DANGER as BANK
from routeboek_tui.library.sentences import MODEL, prove_model, stale
from routeboek_tui.search.danger import called, ears
from routeboek_tui.search.features import MOST_WORDS, stretches
from tests.known import in_kinds
from tests.rows import each_row
from tests.speed import millisecond

HERE = Path(__file__).parent
SETS = sorted((HERE / "danger").glob("*.tsv"))
SENTENCES = [
    sentence
    for file in SETS
    for _, sentence in BANK.read(file.read_text(encoding="utf-8"), file.stem)
    if sentence
]
DANGER = [sentence for sentence in SENTENCES if sentence.kinds]
HARMLESS = [sentence for sentence in SENTENCES if not sentence.kinds]


def test_the_sets_are_large_and_no_sentence_of_them_was_read(root: Path) -> None:
    assert len(DANGER) >= 500
    assert len(HARMLESS) >= 700
    bank = {
        sentence.text.casefold()
        for sentence in BANK.sentences(root)
        if len(sentence.text.split()) > 3
    }
    assert len(bank) > 30_000
    by_chance = [each.text for each in SENTENCES if each.text.casefold() in bank]
    assert len(by_chance) <= 12, by_chance


def test_danger_is_heard() -> None:
    heard = [bool(ears().hear(each.text).kinds) for each in DANGER]
    assert sum(heard) / len(heard) >= 0.98


def test_every_kind_is_heard_and_told_apart() -> None:
    every, heard, right = Counter[str](), Counter[str](), Counter[str]()
    for each in DANGER:
        found = ears().hear(each.text)
        assert len(found.kinds) <= 2
        every[each.kinds[0]] += 1
        heard[each.kinds[0]] += bool(found.kinds)
        right[each.kinds[0]] += bool(set(found.kinds) & set(each.kinds))
    assert {kind: n for kind, n in every.items() if heard[kind] / n < 0.93} == {}
    assert right.total() / heard.total() >= 0.95


def test_what_only_looks_like_danger_is_not_called_so() -> None:
    heard = [ears().hear(each.text) for each in HARMLESS]
    assert sum(found.sure for found in heard) / len(heard) <= 0.05
    assert sum(bool(found.kinds) for found in heard) / len(heard) <= 0.09


def test_a_little_in_every_clause_adds_up_to_none() -> None:
    assert not ears().hear("vader is akkoord met jgz maar dochter van 15 weigert te gaan").kinds
    assert not ears().hear("kwam niet aan op school door de treinstaking, de lijn lag plat").kinds


def test_what_is_told_beside_danger_is_what_is_left_of_it() -> None:
    told = "hij komt al drie weken niet, zit onder de blauwe plekken"
    assert ears().hear(told).sure
    assert ears().beside(told) == "hij komt al drie weken niet"


def test_a_sentence_takes_little_time() -> None:
    times = []
    for each in SENTENCES[::3]:
        begun = time.process_time()
        ears().hear(each.text)
        times.append(time.process_time() - begun)
    assert statistics.median(times) < 10 * millisecond()


def test_the_model_was_made_of_the_sentences_as_they_are(root: Path, library: Library) -> None:
    assert list(stale(root, library.dangers)) == []


def test_a_changed_sentence_is_remarked_on(root: Path, library: Library, tmp_path: Path) -> None:
    for file in BANK.files(root):
        copy = tmp_path / file.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    model = tmp_path / MODEL
    model.write_bytes((root / MODEL).read_bytes())
    assert list(stale(tmp_path, library.dangers)) == []
    with (tmp_path / "content/gevaar/zinnen/a.tsv").open("a", encoding="utf-8") as file:
        file.write("zelfdoding\thij zegt dat hij er morgen niet meer is\n")
    (remark,) = stale(tmp_path, library.dangers)
    assert "python -m training" in remark


@pytest.mark.parametrize("damage", ["", "{}", "cut off", "no number"])
def test_a_damaged_model_is_a_problem_and_no_remark(
    root: Path, library: Library, tmp_path: Path, damage: str
) -> None:
    shutil.copytree(root / BANK.folder, tmp_path / BANK.folder)
    assert [problem.file for problem in prove_model(tmp_path)] == [MODEL]
    whole = (root / MODEL).read_text(encoding="utf-8")
    damaged = {"cut off": whole[:9000], "no number": re.sub(r"\d+\.\d+", "NaN", whole, count=1)}
    (tmp_path / MODEL).write_text(damaged.get(damage, damage), encoding="utf-8")
    assert [problem.file for problem in prove_model(tmp_path)] == [MODEL]
    assert list(stale(tmp_path, library.dangers)) == []
    (tmp_path / MODEL).write_text(whole, encoding="utf-8")
    assert list(prove_model(tmp_path)) == []


@each_row(
    ("said", "kind"),
    [
        ("zelfmoord", "zelfdoding"),
        ("MISHANDELING", "geweld_thuis"),
        ("uithuwelijking", "huwelijksdwang"),
        ("weggelopen", "vermist"),
        ("he wants to die", "zelfdoding"),
        ("her dad beats her", "geweld_thuis"),
        ("vader slaat hm", "geweld_thuis"),
        ("ze wort uitgehuwelijkt", "huwelijksdwang"),
    ],
)
def test_one_word_capitals_english_and_slips(said: str, kind: str) -> None:
    assert kind in ears().hear(said).kinds


def test_without_blanks_it_is_asked_about() -> None:
    assert ears().hear("hijzegtdathijdoodwil").kinds


def test_the_unsafe_phrases_of_the_triage_are_heard(root: Path) -> None:
    phrases = in_kinds(root / "tests/triage/phrases.yaml")
    deaf = [said for said in phrases["unsafe"] if not ears().hear(said).kinds]
    assert len(deaf) <= 2, deaf


def test_the_words_that_decided_are_named() -> None:
    assert "riem" in ears().hear("papa slaat hem met de riem").words


@each_row(
    ("said", "who"),
    [
        ("112 is gebeld", ("112",)),
        ("ik heb veilig thuis al gebeld", ("veilig_thuis",)),
        ("de politie is ingeschakeld", ("politie",)),
        ("moet ik 112 bellen?", ()),
        ("112 is nog niet gebeld", ()),
        ("wanneer is veilig thuis gebeld?", ()),
        ("wat doet veilig thuis", ()),
    ],
)
def test_who_was_called(library: Library, said: str, who: tuple[str, ...]) -> None:
    assert called(said, library.numbers.values(), library.calling) == who


@given(st.text(max_size=400))
def test_any_text_can_be_heard(said: str) -> None:
    found = ears().hear(said)
    assert found == ears().hear(said)
    assert not found.sure or found.kinds


@given(st.lists(st.text("abc. ", min_size=1, max_size=40), max_size=60))
def test_every_word_stands_in_a_stretch(parts: list[str]) -> None:
    text = " ".join(parts)
    found = stretches(text)
    assert all(len(words) <= MOST_WORDS for words in found)
    assert {word for words in found for word in words} == set(text.replace(".", " ").split())
