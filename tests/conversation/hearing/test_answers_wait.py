"""A "ja" or "nee" with more behind it, where somebody has yet to tell or decide."""

from routeboek_tui.conversation.hearing.matching import Offer, match
from routeboek_tui.library.wording import Text
from tests.known import guide
from tests.rows import each_row


def _awaited() -> list[tuple[str, Text]]:
    library = guide()
    found = {
        step: text
        for texts in library.texts.values()
        for step, text in texts.items()
        if text.back and text.choices
    }
    return sorted(found.items())


def _offers(text: Text) -> list[Offer]:
    return [
        Offer(choice, str(n), each.label, each.synonyms, waits=bool(text.back))
        for n, (choice, each) in enumerate(text.choices.items(), start=1)
    ]


def test_whoever_decides_is_waited_for() -> None:
    assert {
        "oordeel_sma_arts", "evaluatie_schoolplan", "managementafstemming", "managers_po",
        "afstemming_managers", "regisseur_sociaal_domein", "regisseur_jeugd_en_leerplicht",
        "teamleider_jeugdhulp", "bericht_vrijstelling", "mas_halt", "akkoord_driehoek", "plaatsing",
    } <= {step for step, _ in _awaited()}  # fmt: skip


@each_row(("step", "text"), _awaited(), ids=lambda each: str(each)[:40])
def test_what_is_about_something_else_is_not_taken_for_the_answer(step: str, text: Text) -> None:
    assert not match("Ja, met de mentor.", _offers(text), guide().language).sure


def test_not_yet_is_no_decision() -> None:
    text = guide().texts["ziekteverzuim"]["oordeel_sma_arts"]
    assert not match("Nee, nog niet.", _offers(text), guide().language).sure


@each_row(("step", "text"), _awaited(), ids=lambda each: str(each)[:40])
def test_a_bare_yes_or_no_is(step: str, text: Text) -> None:
    labels = [each.label.partition(",")[0].lower() for each in text.choices.values()]
    for said in ("ja", "nee"):
        if labels.count(said) == 1 and all(label in {"ja", "nee"} for label in labels):
            assert match(said, _offers(text), guide().language).sure, step
