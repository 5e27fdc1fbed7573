"""Counts typed at the steps that count one or a few plain things."""

from datetime import date

import pytest

from routeboek_tui.conversation.hearing.matching import Offer
from routeboek_tui.conversation.hearing.understanding import (
    Chosen,
    Given,
    Understood,
    Wrong,
    understand,
)
from routeboek_tui.conversation.telling import measure
from routeboek_tui.core.policy.registry import STEPS
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.library.content import Library
from routeboek_tui.text.dates import find
from tests.rows import each_row

TODAY = date(2026, 11, 23)
PLACES = {
    "zestien_uur": ("met_schoolinschrijving_vo", "zestien_uur_vo"),
    "te_laat": ("noord_kennemerland", "te_laat"),
    "ziekteverzuim_nk": ("noord_kennemerland", "ziekte_drempel_nk"),
    "leerplichtig": ("zonder_schoolinschrijving", "leerplichtig"),
}


def read(library: Library, policy: str, text: str) -> dict[str, str]:
    days, language = find(text, TODAY), library.language
    return measure.typed(policy, text, days, "", TODAY, language, library.knowledge)


def typed(library: Library, policy: str, text: str) -> Understood:
    flow, step = PLACES[policy]
    texts = library.texts[flow][step].choices
    offers = [
        Offer(choice.id, str(n), texts[choice.id].label, texts[choice.id].synonyms)
        for n, choice in enumerate(library.flows[flow].steps[step].choices, start=1)
    ]
    offers.append(Offer("", str(len(offers) + 1), "Weet ik nog niet"))
    known = library.knowledge
    return understand(
        text, offers, policy=policy, today=TODAY, language=library.language, knowledge=known
    )


@each_row(
    ("policy", "text", "values"),
    [
        ("zestien_uur", "16", {"lesuren": "16"}),
        ("zestien_uur", "16 uur", {"lesuren": "16"}),
        ("zestien_uur", "zestien lesuren", {"lesuren": "16"}),
        ("zestien_uur", "in vier weken 18 klokuren", {"lesuren": "18"}),
        ("zestien_uur", "1 lesuur", {"lesuren": "1"}),
        ("zestien_uur", "16 weken", {}),
        ("te_laat", "7 keer te laat", {"keren": "7"}),
        ("te_laat", "drie keer", {"keren": "3"}),
        ("te_laat", "een keer te laat", {"keren": "1"}),
        ("te_laat", "12x", {"keren": "12"}),
        ("te_laat", "de 9e keer", {"keren": "9"}),
        ("ziekteverzuim_nk", "36 dagdelen", {"dagdelen": "36"}),
        ("ziekteverzuim_nk", "15 dagdelen achter elkaar", {"achtereen": "15"}),
        ("ziekteverzuim_nk", "5e ziekmelding", {"meldingen": "5"}),
        ("ziekteverzuim_nk", "5x ziek", {"meldingen": "5"}),
        ("ziekteverzuim_nk", "vijf maal ziek gemeld", {"meldingen": "5"}),
        (
            "ziekteverzuim_nk",
            "4 meldingen, 20 dagdelen, 14 dagdelen aaneen",
            {"meldingen": "4", "dagdelen": "20", "achtereen": "14"},
        ),
        ("ziekteverzuim_nk", "36", {}),
        ("leerplichtig", "geboren op 3 maart 2015", {"geboortedatum": "2015-03-03"}),
        ("leerplichtig", "3-3-2015 of 4-3-2015", {}),
        ("leerplichtig", "14 jaar", {"jaren": "14"}),
        ("leerplichtig", "zij is 7 jaar", {"jaren": "7"}),
        ("leerplichtig", "40 jaar", {}),
    ],
)
def test_what_is_counted(library: Library, policy: str, text: str, values: dict[str, str]) -> None:
    assert read(library, policy, text) == values
    assert values.keys() <= STEPS[policy].inputs.keys()


@each_row(
    ("policy", "text"),
    [
        ("zestien_uur", "16,3 uur"),
        ("te_laat", "15.5 keer"),
        ("zestien_uur", "14 of 15 uur"),
        ("zestien_uur", "nog geen 16 uur"),
        ("zestien_uur", "minder dan 16 uur"),
        ("zestien_uur", "bijna 16 uur"),
        ("te_laat", "ongeveer 9 keer"),
        ("te_laat", "3 tot 5 keer"),
        ("ziekteverzuim_nk", "meer dan 14 dagdelen achter elkaar"),
    ],
)
def test_what_is_not_exact_settles_nothing(library: Library, policy: str, text: str) -> None:
    with pytest.raises(GivenError, match="precies aantal"):
        read(library, policy, text)


@pytest.mark.parametrize(
    ("text", "choice"), [("meer dan 16 uur", "ja"), ("minder dan 16 uur", "nee")]
)
def test_more_or_less_than_the_border_is_an_answer(
    library: Library, text: str, choice: str
) -> None:
    assert typed(library, "zestien_uur", text) == Chosen((choice,))


@pytest.mark.parametrize("text", ["minder dan 15 keer", "bijna 15 keer", "ongeveer 12 keer"])
def test_on_a_ladder_less_than_a_rung_is_no_rung(library: Library, text: str) -> None:
    assert isinstance(typed(library, "te_laat", text), Wrong)


def test_a_count_goes_before_a_choice_that_names_it(library: Library) -> None:
    """So that the arithmetic is shown."""
    assert typed(library, "te_laat", "3 keer") == Given({"keren": "3"})
    assert typed(library, "te_laat", "twee keer") == Given({"keren": "2"})


def test_a_number_that_is_a_key_is_the_key(library: Library) -> None:
    assert typed(library, "zestien_uur", "2") == Chosen(("nee",))
    assert typed(library, "zestien_uur", "15") == Given({"lesuren": "15"})


@each_row(
    ("policy", "text"),
    [("zestien_uur", "999999 uur"), ("te_laat", "367 keer"), ("ziekteverzuim_nk", "367 dagdelen"),
     ("leerplichtig", "1-1-2090"), ("leerplichtig", "31-2-2015"), ("leerplichtig", "1-1-1950")],
)  # fmt: skip
def test_what_cannot_be_right_is_said(library: Library, policy: str, text: str) -> None:
    assert isinstance(typed(library, policy, text), Wrong)


@pytest.mark.parametrize("text", ["3 weken ziek", "12 dagen", "twee weken", "5x ziek, 3 dagen"])
def test_noord_kennemerland_counts_half_days_and_says_so(library: Library, text: str) -> None:
    assert typed(library, "ziekteverzuim_nk", text) == Wrong(measure.IN_HALF_DAYS)


def test_hours_that_are_not_sure_are_named_where_they_matter(library: Library) -> None:
    meaning = typed(library, "zestien_uur", "14 lesuren zeker, 2 onbekend")
    assert isinstance(meaning, Wrong)
    assert "14 zijn zeker en 2 niet" in meaning.message


@pytest.mark.parametrize(
    ("since", "today", "hours"),
    [
        ("7 december", date(2027, 1, 14), "114"),
        ("7 december", date(2026, 12, 9), "18"),
        ("9 november", date(2027, 1, 14), "120"),
    ],
)
def test_hours_of_each_day_are_those_of_the_first_weeks_of_lessons(
    library: Library, since: str, today: date, hours: str
) -> None:
    text = f"zes lesuren per dag sinds {since}"
    found = find(text, today)
    known = library.knowledge
    values = measure.typed("zestien_uur", text, found, "vo", today, library.language, known)
    assert values["lesuren"] == hours
