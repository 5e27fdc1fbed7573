"""What people say leads where it should, and never surely where it should not."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import Chosen, Told, Unknown
from routeboek_tui.conversation.hearing.move import read
from routeboek_tui.conversation.triage.begin import begin
from routeboek_tui.conversation.triage.heading import head_for
from routeboek_tui.conversation.triage.wat_nu import candidates
from routeboek_tui.core.safety import KIND, SAFETY, UNCLEAR
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from tests.known import in_kinds
from tests.rows import each_row

DATA = in_kinds(Path(__file__).parents[2] / "triage" / "phrases.yaml")
PLACES = {
    "den_haag": {"regio": "haaglanden", "gemeente": "den_haag"},
    "lv": {"regio": "haaglanden", "gemeente": "leidschendam_voorburg"},
    "rijswijk": {"regio": "haaglanden", "gemeente": "rijswijk"},
    "nk": {"regio": "noord_kennemerland"},
    "elders": {"regio": "elders"},
}
NK_PO = {"regio": "noord_kennemerland", "sector": "po"}
HAAGLANDEN_VO = {**PLACES["den_haag"], "sector": "vo", "ingeschreven": "ja"}


def _facts(where: str) -> dict[str, str]:
    place, sector, *rest = where.split()
    return {**PLACES[place], "sector": sector, **({"ingeschreven": "ja"} if rest else {})}


@each_row(("said", "where", "door"), [*DATA["own"], *DATA["other"]])
def test_a_sentence_leads_where_it_should(
    library: Library, said: str, where: str, door: str
) -> None:
    found = candidates(library, said, _facts(where)).candidates
    assert found
    assert found[0].door == door
    assert found[0].begins


def test_of_the_sentences_of_the_guide_most_are_sure(library: Library) -> None:
    found = [candidates(library, said, _facts(where)) for said, where, _ in DATA["own"]]
    assert sum(each.candidates[0].sure for each in found) / len(found) >= 0.9


def test_there_are_enough_sentences() -> None:
    assert len({said for said, *_ in DATA["own"]}) == 47
    assert len(DATA["other"]) >= 60


@each_row("said", DATA["unsure"])
@each_row("facts", [{}, HAAGLANDEN_VO, NK_PO], ids=["niets", "haaglanden", "nk"])
def test_what_is_vague_is_never_sure(library: Library, said: str, facts: dict[str, str]) -> None:
    assert not any(each.sure for each in candidates(library, said, facts).candidates)


@each_row(("said", "name"), DATA["together"])
def test_two_things_at_once_are_told(library: Library, said: str, name: str) -> None:
    assert name in [each.id for each in candidates(library, said, {}).together]


@each_row(("said", "name"), DATA["not_together"])
@each_row("facts", [{}, HAAGLANDEN_VO], ids=["niets", "haaglanden"])
def test_a_remark_is_only_made_where_it_fits(
    library: Library, said: str, name: str, facts: dict[str, str]
) -> None:
    assert name not in [each.id for each in candidates(library, said, facts).together]


@each_row("said", [said for said, *_ in DATA["own"]])
def test_no_sentence_leads_into_another_region(library: Library, said: str) -> None:
    for facts in ({"regio": "haaglanden"}, PLACES["lv"], {"gemeente": "rijswijk"}):
        for each in candidates(library, said, facts).candidates:
            assert not each.door.startswith("noord_kennemerland/")
    for each in candidates(library, said, NK_PO).candidates:
        assert each.door.startswith("noord_kennemerland/") or not each.door
    for facts, door in (
        (PLACES["elders"], "triage/andere_regio"),
        ({"regio": "noord_kennemerland", "sector": "vo"}, "triage/vo_noord_kennemerland"),
    ):
        found = candidates(library, said, facts)
        assert not found.candidates
        assert found.referral
        assert found.referral.door == door


def test_a_threshold_is_only_told_where_it_holds(library: Library) -> None:
    said = DATA["own"][2][0]
    assert not candidates(library, said, {}).candidates[0].notes
    for facts in ({"regio": "haaglanden", "sector": "po"}, HAAGLANDEN_VO, NK_PO):
        (best, *_) = candidates(library, said, facts).candidates
        assert len(best.notes) == 1


@pytest.mark.parametrize(("said", "where"), DATA["unsaid"])
def test_no_second_thought_is_about_what_was_not_named(
    library: Library, said: str, where: str
) -> None:
    _, *beside = candidates(library, said, _facts(where)).candidates
    assert {library.signals[each.signal.id].named for each in beside} <= {""}


def test_missing_facts_are_named_until_the_door_is_known(library: Library) -> None:
    said = "hij spijbelt"
    (best, *_) = candidates(library, said, {}).candidates
    assert (best.door, best.begins, best.needs[0]) == ("", "", "regio")
    (best, *_) = candidates(library, said, {"gemeente": "rijswijk"}).candidates
    assert best.needs == ("sector",)


@each_row(("said", "where", "door"), DATA["own"])
def test_a_case_begins_at_its_door(
    library: Library, today: date, said: str, where: str, door: str
) -> None:
    facts = _facts(where)
    (best, *_) = candidates(library, said, facts).candidates
    talk = begin(library, best.beginning, facts, today)
    assert f"{talk.flow.route}/{talk.trail.main.first.step}" == door
    assert facts.items() <= talk.answers.facts.items()
    assert all(talk.trail.certain(step) for step in best.beginning.done)


def test_a_door_that_is_not_known_cannot_be_opened(library: Library, today: date) -> None:
    (best, *_) = candidates(library, "hij spijbelt", {}).candidates
    with pytest.raises(ValueError, match="door"):
        begin(library, best.beginning, {}, today)


@pytest.fixture
def triage(library: Library, today: date) -> Callable[..., Conversation]:
    def start(**facts: str) -> Conversation:
        return Conversation.start(library, "triage", today, facts)

    return start


@pytest.mark.parametrize("said", [said for said, *_ in DATA["own"]])
def test_the_triage_hears_what_is_going_on(triage: Callable[..., Conversation], said: str) -> None:
    understood = read(triage(), said)
    assert isinstance(understood, Told)
    assert understood.found.candidates


def test_an_answer_and_a_question_stay_what_they_are(triage: Callable[..., Conversation]) -> None:
    talk = triage(**PLACES["den_haag"])
    assert read(talk, "nee") == Chosen(("nee",))
    assert isinstance(read(talk, "weet ik niet"), Unknown)
    assert not isinstance(read(talk, "wat is een JES?"), Told)


def test_other_routes_hear_no_signals(library: Library, today: date) -> None:
    talk = Conversation.start(library, "ziekteverzuim", today, {"sector": "po"})
    assert not isinstance(read(talk, "hij spijbelt al weken"), Told)


def test_safety_and_the_facts_come_before_the_door(triage: Callable[..., Conversation]) -> None:
    understood = read(triage(), "hij spijbelt")
    assert isinstance(understood, Told)
    heading = head_for(triage(), understood.found.candidates[0])
    asked = []
    for said in (Chosen(("zorgen",)), Unknown(), Chosen(("haaglanden",)), Chosen(("vo",))):
        assert heading.question
        asked.append(heading.question.fact or heading.question.step)
        further = heading.answered(said)
        assert not hasattr(further, "sentences")
        heading = further
    assert asked == [SAFETY, KIND, "regio", "sector"]
    assert heading.question is None
    arrived = heading.arrived
    assert arrived
    assert arrived.trail.main.last.step == "zestien_uur_vo"
    assert arrived.trail.certain("signaal_vo")
    assert arrived.answers.facts[SAFETY] == "zorgen"
    assert arrived.safety.dangers == (UNCLEAR,)


@pytest.mark.parametrize("said", [Unknown(), Chosen(("elders",))])
def test_without_an_open_door_the_triage_goes_on(
    triage: Callable[..., Conversation], said: Unknown | Chosen
) -> None:
    (best, *_) = candidates(triage().library, "hij spijbelt", {}).candidates
    heading = head_for(triage(veiligheid="nee"), best)
    further = heading.answered(said)
    assert not hasattr(further, "sentences")
    assert further.lost
    assert further.arrived is None
    assert further.question is None
    assert further.talk.flow.route == "triage"


def test_safety_is_asked_also_where_the_triage_began_further_on(
    library: Library, today: date
) -> None:
    (best, *_) = candidates(library, "hij spijbelt", HAAGLANDEN_VO).candidates
    talk = Conversation.start(library, "triage", today, HAAGLANDEN_VO)
    late = begin(
        library, candidates(library, "5a", HAAGLANDEN_VO).candidates[0].beginning, {}, today
    )
    for each in (talk, late):
        asked = head_for(each, best).question
        assert asked
        assert asked.fact == SAFETY


@given(st.text(max_size=300))
def test_any_text_can_be_told(said: str) -> None:
    found = candidates(load(), said, {})
    assert len(found.candidates) <= 4
    assert sum(each.sure for each in found.candidates) <= 1


@each_row("line", ["buikpijn", "hoofdpijn", "zieken", "weer ziek", "ziek thuis"])
@each_row("facts", [{"sector": "po"}, {"sector": "vo"}, {}])
def test_a_few_words_open_no_door_behind_what_was_done(
    library: Library, line: str, facts: dict[str, str]
) -> None:
    here = {"gemeente": "den_haag", "regio": "haaglanden", **facts}
    found = [each.signal for each in candidates(library, line, here).candidates]
    assert found[0].counted
    assert not [each.id for each in found if each.stands and not each.counted]


@pytest.mark.parametrize("line", ["gesprek gehad", "vrijstelling verleend", "jgz gaf advies"])
def test_a_few_words_about_what_was_done_lead_there(library: Library, line: str) -> None:
    here = {"gemeente": "den_haag", "regio": "haaglanden", "sector": "vo"}
    assert candidates(library, line, here).candidates[0].signal.stands


@pytest.mark.parametrize("line", ["drie dagen weg", "twee dagen afwezig", "een week weg"])
def test_one_absence_is_not_two(library: Library, line: str) -> None:
    here = {"gemeente": "den_haag", "regio": "haaglanden", "sector": "vo"}
    assert not candidates(library, line, here).tracks
