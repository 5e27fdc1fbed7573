"""The ear for danger on stories of several sentences, by someone whose bank it was not made of."""

import statistics
import time
from pathlib import Path

import pytest

from routeboek_tui.library.sentences import DANGER as BANK
from routeboek_tui.library.sentences import Sentence
from routeboek_tui.search.danger import ears
from routeboek_tui.search.features import MOST_WORDS, sentences
from tests.speed import millisecond

TOLD = [
    sentence
    for file in sorted((Path(__file__).parent / "stories").glob("*.tsv"))
    for _, sentence in BANK.read(file.read_text(encoding="utf-8"), file.stem)
    if sentence
]
DANGER = [each for each in TOLD if each.kinds]
STORIES = [each for each in TOLD if not each.kinds and len(sentences(each.text)) > 1]
REMARKS = [each for each in TOLD if not each.kinds and len(sentences(each.text)) == 1]


def _asked(told: list[Sentence]) -> list[str]:
    return [each.text for each in told if ears().hear(each.text).kinds]


def test_the_set_is_large_and_no_story_of_it_was_read(root: Path) -> None:
    assert len(DANGER) >= 40
    assert len(STORIES) >= 60
    assert len(REMARKS) >= 20
    bank = {each.text.casefold() for each in BANK.sentences(root)}
    assert not [each.text for each in DANGER + STORIES if each.text.casefold() in bank]


def test_danger_is_heard_in_a_story() -> None:
    deaf = [each.text for each in DANGER if not ears().hear(each.text).kinds]
    assert len(deaf) <= len(DANGER) * 0.02, deaf


def test_a_story_without_danger_is_not_asked_about() -> None:
    asked = _asked(STORIES)
    assert len(asked) <= len(STORIES) * 0.05, asked
    sure = [each.text for each in STORIES if ears().hear(each.text).sure]
    assert len(sure) <= len(STORIES) * 0.01, sure


def test_a_remark_without_danger_is_not_asked_about() -> None:
    asked = _asked(REMARKS)
    assert len(asked) <= len(REMARKS) * 0.05, asked


def test_a_story_takes_little_time() -> None:
    times = []
    for each in STORIES + DANGER:
        begun = time.process_time()
        ears().hear(each.text)
        times.append(time.process_time() - begun)
    assert statistics.median(times) < 6 * millisecond()


@pytest.mark.parametrize("place", range(4))
def test_danger_is_heard_wherever_it_stands(place: int) -> None:
    told = ["Hij is vaak ziek.", "Moeder belt hem af.", "De mentor heeft gebeld."]
    told.insert(place, "Zijn vader slaat hem met een riem.")
    assert "geweld_thuis" in ears().hear(" ".join(told)).kinds


def test_what_is_told_in_two_sentences_is_heard_together() -> None:
    first, then = ears().sounds("Hij slaapt bij zijn oom. Daar moet hij hem aanraken.")
    _, both = ears().loudest([first, then])
    assert both.words == first.words + then.words


def test_a_long_sentence_is_cut_and_said_twice_is_heard_once() -> None:
    long = " ".join(f"woord{n}" for n in range(2 * MOST_WORDS))
    found = sentences(f"{long}. Hij is ziek. Hij is ziek.")
    assert all(len(words) <= MOST_WORDS for words in found)
    assert found.count(["hij", "is", "ziek"]) == 1
