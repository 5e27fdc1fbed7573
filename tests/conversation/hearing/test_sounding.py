"""What a line sounds like at a question, and which deed: what decides, and what never does."""

from datetime import date

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing import reported
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.safety import SAFETY
from routeboek_tui.library.places import content_root
from routeboek_tui.library.sentences import ANSWERS, DEEDS, NOT_DONE
from tests.conversation.hearing.test_own_words import ASKED, HEARD, outcome
from tests.known import guide
from tests.rows import each_row

MANY, NEARLY_ALL = 3, 0.98
"""Authors that nearly every answer and deed has; each has one at least."""

TODAY = date(2026, 11, 30)
DUO = {"sector": "po", "gemeente": "den_haag", "regio": "haaglanden", SAFETY: "nee"}

TAKEN = [
    ("akkoord_jgz", "po", "nee", "vader houdt de boot af, die dokter hoeft van hem niet"),
    ("evaluatie_schoolplan", "po", "ja", "sinds het plan heeft ze geen dag meer gemist"),
    ("jes_evaluatie", "vo", "loopt_nog", "we kijken er over drie weken pas weer naar"),
    ("handhaving_vo", "vo", "halt", "hij mag het met een werkstraf afdoen"),
]  # fmt: skip

NOT_TAKEN = [
    ("akkoord_jgz", "po", "", "vader is alleen 's avonds te bereiken"),
    ("gesprek_leerplicht", "po", "", "leerplicht heeft ze nog niet gesproken"),
    ("akkoord_jgz", "po", "", "wil de jeugdarts dat eigenlijk zelf wel?"),
    ("akkoord_jgz", "po", "", "de oma vindt die jeugdarts maar niks"),
    ("te_laat", "po", "", "een keer of wat, ik heb het niet geteld"),
    ("passend_aanbod_vo", "vo", "", "van die ontheffing moeten ze niets hebben"),
    ("mdo_analyse_po", "po", "", "het koffieapparaat deed het niet tijdens het overleg"),
]

DONE = [
    ("melding is net de deur uit naar DUO", "melden_bij_duo", True),
    ("ik heb moeder gebeld dat we dit gaan doorgeven en waarom", "ouders_inlichten", True),
    ("moeder hoort pas morgen dat we gaan melden", "ouders_inlichten", False),
]  # fmt: skip


@each_row(("step", "sector", "choice", "typed"), TAKEN)
def test_it_is_the_answer_that_it_sounds_like(
    step: str, sector: str, choice: str, typed: str
) -> None:
    assert outcome(step, sector, typed, frozenset({choice})) == HEARD


@each_row(("step", "sector", "choice", "typed"), NOT_TAKEN)
def test_it_is_no_answer(step: str, sector: str, choice: str, typed: str) -> None:
    assert outcome(step, sector, typed, frozenset({choice})) == ASKED


@each_row(("line", "deed", "done"), DONE)
def test_it_is_the_deed_that_it_sounds_like(line: str, deed: str, *, done: bool) -> None:
    flow = guide().flows["met_schoolinschrijving_po"]
    talk = Conversation.at(guide(), flow, Answers(facts=DUO, start="duo_melding_16_uur_po"), TODAY)
    found = reported.sounding(talk, line)
    assert found
    assert f"#{deed}@" in found.deed.place
    assert found.done is done
    assert bool(reported.done_in(talk, line)) is done


def test_every_answer_and_every_deed_is_told_by_several_authors() -> None:
    for bank, names in ((ANSWERS, guide().answers), (DEEDS, guide().deeds)):
        told: dict[str, set[str]] = {}
        for each in bank.sentences(content_root()):
            for kind in each.kinds:
                told.setdefault(kind, set()).add(each.author)
        assert {name for name in names if name not in told} == set()
        assert sum(len(told[name]) >= MANY for name in names) >= NEARLY_ALL * len(names)
        assert told.keys() <= {*names, NOT_DONE}
