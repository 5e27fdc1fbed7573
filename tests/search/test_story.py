"""A story is heard by all its sentences, and most by its first."""

from routeboek_tui.library.sentences import SAID
from routeboek_tui.search.compiled import ear
from routeboek_tui.search.hearing import hear
from tests.rows import each_row

REST = (
    " De intern begeleider weet er ook van, en de mentor belde gisteren nog met moeder. Zij vond"
    " het fijn dat er gebeld werd en wil graag weten hoe het nu verder gaat. Wat doen we?"
)
STORIES = {
    "vaak_ziek": "Hij is nu vijf keer ziek gemeld sinds de zomer.",
    "spijbelt": "Zij spijbelt al weken de laatste uren en mist zo zestien lesuren.",
    "geschorst": "Vanochtend hebben we een jongen voor het eerst geschorst.",
    "te_laat_komen": "Ze is dit jaar al twaalf keer te laat gekomen.",
    "zwanger": "Een leerling van zestien is zwanger.",
    "familie_verlof": "Een gezin vraagt twaalf dagen vrij voor een bruiloft in Turkije.",
}


@each_row("signal", STORIES)
def test_what_a_story_is_about_is_offered_whatever_else_it_tells(signal: str) -> None:
    fits = hear(ear(SAID), STORIES[signal] + REST).fits
    assert signal in [fit.label for fit in fits[:4]]


def test_what_is_said_twice_goes_before_what_is_said_once() -> None:
    told = (
        "We hebben een lastige zaak in groep zes, en ik weet niet zo goed waar ik moet beginnen"
        " met vertellen. Hij komt bijna elke dag te laat op school. Vorige week was hij een keer"
        " ziek. Ook vandaag kwam hij weer te laat binnen."
    )
    assert hear(ear(SAID), told).fits[0].label == "te_laat_komen"
