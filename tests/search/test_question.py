"""The places that a question names."""

from routeboek_tui.core.address import PAGE
from routeboek_tui.search.index import Index
from routeboek_tui.search.question import named
from tests.rows import each_row


@each_row(
    ("question", "best"),
    [
        ("wat is een thuiszitter", "boek:thuiszitter"),
        ("Wat is een thuisziter?", "boek:thuiszitter"),
        ("wat betekent kdc eigenlijk?", "boek:kdc"),
        ("wat is DUO-melding", "boek:duo_melding"),
        ("wie is de leerplichtambtenaar", "boek:leerplichtambtenaar"),
        ("wat is een beschrmingstafel", "boek:jeugdbeschermingstafel"),
        ("hoe werkt het driehoeksoverleg", "boek:driehoeksoverleg"),
        ("hoe meld ik aan bij de beschermingstafel", "tafel:jeugdbeschermingstafel/aanmelden"),
        ("waar meld ik een leerling aan voor de adviestafel", "tafel:adviestafel/aanmelden"),
        ("wie zit er bij het jes", "tafel:jes/deelnemers"),
        ("wie zitten er in het mdo?", "tafel:mdo/deelnemers"),
        ("hoe vaak is de jes", "tafel:jes/frequentie"),
        ("waarvoor is de plaatsingstafel", "tafel:plaatsingstafel/doel"),
        ("wat moet ik eerst doen voor de adviestafel", "tafel:adviestafel/eerst"),
    ],
)  # fmt: skip
def test_a_question_that_names_a_place_gets_it(index: Index, question: str, best: str) -> None:
    assert named(index, question) == (best,)


@each_row(
    "question",
    ["", "?", "wat is een xylofoonbekken", "wie", "\x00", "mag een ouder dat",
     "wat is het verschil tussen mdo en jes"],
)  # fmt: skip
def test_what_says_more_or_less_than_a_name_names_nothing(index: Index, question: str) -> None:
    assert named(index, question) == ()


def test_two_pages_of_one_name_are_both_named(index: Index) -> None:
    from routeboek_tui.search.passages import Passage

    pages = [Passage(f"boek:{n}", PAGE, f"Tafel {n}", "Tekst.", ("spoedtafel",)) for n in "ab"]
    found = named(Index.of(pages, index.seeking), "wat is de spoedtafel")
    assert found == ("boek:a", "boek:b")
