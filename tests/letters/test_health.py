"""Which words are about somebody's health, and which only look like it."""

import pytest

from routeboek_tui.letters.health import found
from tests.known import guide
from tests.rows import each_row

HEALTH = guide().language.health

NOT_OF_HEALTH = [
    "ziekteverzuim",
    "5 ziekmeldingen in twaalf weken, samen 9 schooldagen",
    "Hij is ziek gemeld op 3 maart.",
    "De ouders stemmen in met een consult bij JGZ.",
    "De jeugdarts en de SMA-arts denken mee.",
    "geen diagnose, geen klachten, geen namen",
    "gesprek met ouders op 3 maart, plan van aanpak, bespreking in het overleg",
    "Er is hulp toegewezen, maar er is geen plek.",
    "twee ochtenden per week in de eigen klas, daarna thuis werken",
    "schoolmaatschappelijk werk, jeugdhulp en het samenwerkingsverband",
    "De klas is te druk; hij werkt op de gang.",
    "een huwelijk in de familie",
    "chronisch verzuim",
    "De verpleegkundig specialist van JGZ belt met de ouders.",
    "De ouders willen een verslag, en verklaren dat zij de brief kregen.",
    "Zij tonen belangstelling; in beide gevallen vermoeden wij onwil, met kracht weersproken.",
    "Zij weigeren hulp. De aantallen staan in het overzicht.",
    "Er zijn gewichtige omstandigheden.",
    "Leerplicht vraagt een sociaal-medisch advies.",
    "Het kost kracht om de wachtlijst over te slaan.",
]
OF_HEALTH = {
    "ADHD": "adhd",
    "Hij heeft A.D.H.D.": "adhd",
    "hij krijgt Ritalin": "ritalin",
    "een depressieve stoornis": "depressieve",
    "faalangst": "faalangst",
    "Autismespectrumstoornis": "autismespectrumstoornis",
    "burn-out": "burn out",
    "PTSS door een trauma": "ptss",
    "zij is zwanger": "zwanger",
    "buikpijn en hoofdpijn": "buikpijn",
    "wacht op behandeling bij de GGZ": "ggz",
    "in therapie bij een psycholoog": "therapie",
    "épilepsie": "epilepsie",
    "lichamelijke klachten": "lichamelijke",
    "medicijnen": "medicijnen",
}


OTHERWISE = {
    "inflected": """
        huisartsen klinieken ziekenhuizen kinderartsen operaties geopereerde zwangere
        somberheid moeheid koortsig dove rouwt
    """,
    "compound": """
        borstkanker ziekenhuisopname buikgriep huisartsenpost longontsteking
        coronabesmetting hartproblemen rouwverwerking autismespectrum
    """,
    "misspelt": """
        depresie psygoloog phsycholoog psygiater autsime medisijnen meddicatie diagnoze
        dianose methylphenidaat thrapie hersenschuding bulimia
    """,
    "medicine": """
        sertraline insuline melatonine pilletjes tabletten prozac medikinet dexamfetamine
        antidepressiva puffer
    """,
    "body": """
        hernia scoliose misselijk maagpijn diabetespatient bronchitis eczeem diarree
        slechthorend parkinson
    """,
    "mind": """
        nachtmerries stress overspanning uitgeput levensmoe schoolfobisch
        hechtingsproblematiek tourette slapeloosheid overgewicht
    """,
}
"""Words that are on no list as they stand here, by what was done to them."""


@each_row("word", [each for words in OTHERWISE.values() for each in words.split()])
def test_a_word_of_health_is_found_however_it_is_written(word: str) -> None:
    assert found(f"Het komt door {word}, zegt de mentor.", HEALTH) == (word,)


@pytest.mark.parametrize("text", ["a d h d", "A-D-H-D", "a.d.h.d.", "ADHD'er"])
def test_letters_that_stand_alone_are_one_word(text: str) -> None:
    assert "adhd" in found(text, HEALTH)


@each_row("text", NOT_OF_HEALTH)
def test_what_is_no_diagnosis_passes(text: str) -> None:
    assert found(text, HEALTH) == ()


@each_row(("text", "word"), OF_HEALTH.items())
def test_a_word_of_health_is_found(text: str, word: str) -> None:
    assert word in found(text, HEALTH)


def test_no_letter_prefills_a_word_of_health() -> None:
    for field in guide().fields.values():
        for said in (field.example, *(option.say for option in field.options)):
            assert found(said, HEALTH) == (), field.name
