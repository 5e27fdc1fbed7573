"""An ear is what its sentences are: the same every time, and a new line is heard at once."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from routeboek_tui.library.sentences import SAID as SAID_BANK
from routeboek_tui.library.sentences import Sentence
from routeboek_tui.search.asking import about
from routeboek_tui.search.corrected import corrected
from routeboek_tui.search.ear import NONE, Ear
from routeboek_tui.search.hearing import hear
from routeboek_tui.search.index import Index
from routeboek_tui.text.characters import words_in
from routeboek_tui.text.concepts import Concepts

SAID = (
    ("vaak_ziek", "hij is heel vaak ziek"), ("vaak_ziek", "weer een ziekmelding deze week"),
    ("spijbelt", "ze spijbelt de laatste uren"), ("spijbelt", "blijft zomaar weg uit de les"),
    ("", "de juf is jarig vandaag"), ("", "mag de deur dicht"),
)  # fmt: skip


def _bank(*more: tuple[str, str]) -> list[Sentence]:
    return [Sentence("a", (kind,) if kind else (), text) for kind, text in (*SAID, *more)]


@pytest.fixture
def small() -> Ear:
    return corrected(_bank())


def test_a_feature_weighs_the_same_whether_few_or_many_sentences_hold_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept label by label and what is kept in a row is one sum, to the last digit."""
    some = [*SAID_BANK.sentences(root)][::80]
    some += [msgspec.structs.replace(each, kinds=(*each.kinds, "ook")) for each in some[::7]]
    made = set()
    for seldom in (0, 12, len(some) + 1):
        monkeypatch.setattr("routeboek_tui.search.corrected.SELDOM", seldom)
        made.add(msgspec.json.encode(corrected(some)))
    assert len(made) == 1


def test_what_was_read_is_heard(small: Ear) -> None:
    for kind, text in SAID:
        scores = small.scores(words_in(text))
        assert max(scores, key=scores.__getitem__) == (kind or NONE)


def test_what_it_sounds_like_is_the_same_again_whatever_was_made_of_it(small: Ear) -> None:
    """What was heard last is kept: by all of its words in their order, and for the ear alone."""
    said = [words_in(text) for _, text in SAID]
    texts = [each for words in said for each in (words, words[:-1], words[::-1])]
    fresh = [corrected(_bank()).scores(words) for words in texts]
    for words, expected in zip((*texts, *reversed(texts)), (*fresh, *reversed(fresh)), strict=True):
        for _ in range(2):
            scores = small.scores(words)
            assert scores == expected
            scores.pop(NONE)
            scores["spijbelt"] = 1.0


def test_a_new_line_works_at_once() -> None:
    text = "loopt na de pauze het plein af"
    assert not hear(corrected(_bank()), text).clearly
    heard = hear(corrected(_bank(("spijbelt", text))), text)
    assert heard.clearly
    assert heard.fits[0].label == "spijbelt"


def test_it_says_which_words_decided(small: Ear) -> None:
    decided = small.telling(words_in("zij is vaak ziek zegt de juf"), "vaak_ziek")
    assert {"vaak", "ziek"} <= set(decided)
    assert "juf" not in decided


def test_of_words_that_nobody_used_nothing_is_heard(small: Ear, index: Index) -> None:
    assert not small.using("xylofoon")
    assert small.using("ziek") == {"vaak_ziek"}
    assert hear(small, "xylofoonbekken").fits == ()
    assert about(index, small, "xylofoonbekken").places == ()


def test_two_things_are_heard_apart(small: Ear) -> None:
    heard = hear(small, "hij is vaak ziek, en ze spijbelt de laatste uren")
    assert {"vaak_ziek", "spijbelt"} <= set(heard.apart)
    assert not hear(small, "hij is vaak ziek").apart[1:]


def test_what_is_meant_seldom_and_says_little_is_nothing() -> None:
    lines = [("", f"{word} ouders") for word in ("de", "haar", "zijn", "onze", "alle", "twee")]
    bank = _bank(*lines, ("spijbelt", "ouders weten dat hij spijbelt"))
    assert hear(corrected(bank), "ouders").fits == ()


def test_what_was_misheard_is_heard_the_next_time() -> None:
    often = [("vaak_ziek", f"is {word} weer ziek thuis") for word in ("hij", "zij", "Jan", "ze")]
    bank = _bank(*often, ("spijbelt", "is niet ziek thuis"))

    def ahead(times: int) -> float:
        scores = corrected(bank, times=times).scores(words_in("is niet ziek thuis"))
        return scores["spijbelt"] - scores["vaak_ziek"]

    assert ahead(2) > ahead(0)


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_same_sentences_make_the_same_ear(seed: str) -> None:
    here = Path(__file__).resolve()
    script = (
        "import msgspec, hashlib\n"
        "from tests.search.test_ear import _bank\n"
        "from routeboek_tui.search.corrected import corrected\n"
        "print(hashlib.sha256(msgspec.json.encode(corrected(_bank()))).hexdigest())\n"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": each},
            cwd=here.parent.parent.parent,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for each in ("2", seed)
    ]
    assert made[0]
    assert made[0] == made[1]


def test_a_word_nobody_used_is_heard_by_what_it_stands_for() -> None:
    ill = Concepts({"ziek": ("ziek*", "koorts", "*griep"), "weg": ("spijbel*", "wegblijven")})
    assert hear(corrected(_bank()), "buikgriep en koorts").fits == ()
    assert hear(corrected(_bank(), ill), "buikgriep en koorts").fits[0].label == "vaak_ziek"


def test_the_concepts_of_a_word() -> None:
    ill = Concepts({"ziek": ("ziek*", "*griep"), "melden": ("ziekmelding", "gemeld")})
    assert ill.of("ziekmelding") == ("melden", "ziek")
    assert ill.of("ziek") == ill.of("buikgriep") == ("ziek",)
    assert ill.of("griepje") == ()
