"""A question typed in the conversation: the answer when it is sure, else the nearest."""

import pytest

from routeboek_tui.search.index import Hit, Index
from routeboek_tui.search.question import MOST_NEAR, answer


@pytest.mark.parametrize(
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
def test_a_sure_answer_is_one_passage(index: Index, question: str, best: str) -> None:
    found = answer(index, question)
    assert isinstance(found, Hit), [hit.passage.id for hit in found]
    assert found.passage.id == best
    assert found.excerpt


@pytest.mark.parametrize("question", ["wat is het verschil tussen mdo en jes", "mag een ouder dat"])
def test_an_unsure_answer_is_a_few_passages(index: Index, question: str) -> None:
    found = answer(index, question)
    assert isinstance(found, tuple)
    assert len(found) <= MOST_NEAR


@pytest.mark.parametrize("question", ["", "?", "wat is een xylofoonbekken", "wie", "\x00"])
def test_what_is_not_there_has_no_answer(index: Index, question: str) -> None:
    assert answer(index, question) == ()


def test_two_pages_of_one_name_are_both_offered(index: Index) -> None:
    from routeboek_tui.search.passages import PAGE, Passage

    pages = [Passage(f"boek:{n}", PAGE, f"Tafel {n}", "Tekst.", ("spoedtafel",)) for n in "ab"]
    found = answer(Index.of(pages, index.seeking), "wat is de spoedtafel")
    assert isinstance(found, tuple)
    assert [hit.passage.id for hit in found] == ["boek:a", "boek:b"]
