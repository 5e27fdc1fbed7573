"""What must not be done is said where it can go wrong, with its source, in every face."""

import io
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.advice.advice_view import AdviceView, advice_view
from routeboek_tui.conversation.advice.first_screen import MORE, MOST_AVOIDED
from routeboek_tui.conversation.advice.not_to_do import AVOID, NOT
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.near import TAKEN_OVER
from routeboek_tui.conversation.safety import AFTER_ADVICE, PARENTS, waiting
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import BEGUN, PLACE, REGION, SECTOR
from routeboek_tui.core.safety import Safety
from routeboek_tui.course.course import Course
from routeboek_tui.export.advice import advice_blocks, data
from routeboek_tui.library.cautions import MOST_WORDS
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.session import Session
from routeboek_tui.text.characters import word_count
from routeboek_tui.text.document import Heading, Items, plain
from routeboek_tui.tui.items.advice import advice_items
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

HAAGLANDEN = {PLACE: "den_haag", REGION: "haaglanden"}
NK = {REGION: "noord_kennemerland", SECTOR: "po"}
PO, VO = {**HAAGLANDEN, SECTOR: "po"}, {**HAAGLANDEN, SECTOR: "vo", "leeftijd": "vanaf_12"}
TRAPS = [
    ("noord_kennemerland/schorsing", NK, "Meld een schorsing niet als verzuim bij DUO"),
    ("noord_kennemerland/schorsing_melden_leerplicht", NK, "schorsing niet als verzuim"),
    ("triage/verwijdering_haaglanden", VO, "schorsing niet als verzuim"),
    ("noord_kennemerland/verwijdering", NK, "schorsing niet als verzuim"),
    ("met_schoolinschrijving_vo/duo_melding_16_uur", VO, "Tel dagen van een schorsing niet mee"),
    ("noord_kennemerland/duo_melding_relatief", NK, "Tel dagen van een schorsing niet mee"),
    ("met_schoolinschrijving_po/mdo_po", PO, "Liet de school lessen vervallen?"),
    ("met_schoolinschrijving_po/gesprek_po", PO, "omdat zij een OPP weigeren"),
    ("met_schoolinschrijving_po/soort_verzuim_po", PO, "kortere dagen zonder OPP"),
    ("noord_kennemerland/advies_jeugdarts", NK, "Bel zelf geen huisarts"),
    ("met_schoolinschrijving_vo/gesprek_vo", VO, "Vraag geen poortactie"),
    ("triage/verwijdering_haaglanden", VO, "Laat leerplicht geen school zoeken"),
    ("triage/verwijdering_haaglanden", PO, "Schrijf niet uit voordat een andere school"),
    ("noord_kennemerland/verwijdering", NK, "Schrijf niet uit voordat een andere school"),
    ("met_schoolinschrijving_po/duo_melding_16_uur_po", PO, "Dreig niet met een boete"),
    ("ziekteverzuim/duo_melding", PO, "Meld die niet bij Veilig Thuis"),
    ("ziekteverzuim/duo_melding", VO, "Meld na een weigering niet tóch aan bij JGZ"),
    ("ziekteverzuim/duo_melding", VO, "Kies niet de melding van 16 uur"),
    ("ziekteverzuim/duo_melding", PO, "geen ziekte of diagnose in de melding"),
    ("noord_kennemerland/duo_melding_geen_contact", NK, "geen ziekte of diagnose in de melding"),
    ("ziekteverzuim/gesprek_en_plan", PO, "Meld gewone ziekte niet bij leerplicht"),
    ("noord_kennemerland/jeugdarts_betrekken", NK, "Meld ziekte dan niet bij DUO"),
    ("ziekteverzuim/nieuwe_duo_melding", PO, "Verander de dagen vóór dat gesprek niet"),
    ("noord_kennemerland/te_laat_12", NK, "dat is pas bij 15 keer"),
    ("met_schoolinschrijving_vo/handhaving_vo", VO, "Begin niet met straf"),
    ("met_schoolinschrijving_vo/gesprek_vo", VO, "Noem bij leerplicht geen naam"),
    ("met_schoolinschrijving_vo/jeugdbeschermingstafel_vo", VO, "niet zelf aan"),
    ("met_schoolinschrijving_vo/mwta", VO, "Zet geen naam in de mail"),
    ("ziekteverzuim/akkoord_driehoek", VO, "Sla het Driehoeksoverleg in het VO niet over"),
    ("zonder_schoolinschrijving/passend_aanbod_zoeken", VO, "het bestuur zoekt een plek"),
    ("zonder_schoolinschrijving/instroomloket", VO, "aanmelden doe je schriftelijk"),
    ("noord_kennemerland/duo_melding_langdurig", NK, "Schrijf niet uit voordat een andere school"),
    ("noord_kennemerland/duo_melding_langdurig", NK, "Begin dan niet met strafrecht"),
    ("noord_kennemerland/luxeverzuim", NK, "Keur het verlof niet achteraf goed"),
    ("noord_kennemerland/advies_jeugdarts", NK, "Meld ziekte dan niet bij DUO"),
    ("noord_kennemerland/te_laat_15", {**NK, "leeftijd": "vanaf_12"}, "Begin niet met Halt"),
    ("ziekteverzuim/gesprek_weigering", VO, "zonder ja van de leerling"),
    ("ziekteverzuim/gesprek_weigering", VO, "Sla het Driehoeksoverleg in het VO niet over"),
    ("ziekteverzuim/bericht_passend_onderwijs", VO, "Zoek als leerplicht niet zelf een plek"),
    ("met_schoolinschrijving_vo/wachtlijst_overbrugging", VO, "Meld afgesproken minder uren niet"),
    ("triage/vrijstelling_anders", PO, "is het absoluut verzuim"),
    ("triage/vrijstelling_anders", PO, "Meld hiervoor niet aan bij het Driehoeksoverleg"),
    ("triage/verhuisd_ingeschreven", PO, "Noem dit geen absoluut verzuim"),
]
STEP = "ziekteverzuim/duo_melding"


def _at(place: str, facts: dict[str, str]) -> Conversation:
    route, _, step = place.partition("/")
    flow = next(flow for flow in guide().editions_of(route) if step in flow.steps)
    answers = Answers(facts={**SAFE, **facts}, start=step)
    return Conversation.at(guide(), flow, answers, TODAY)


def _everywhere() -> Iterator[tuple[dict[str, str], AdviceView]]:
    """The advice of a case that comes in at any step that a line belongs to."""
    steps = {step for each in guide().cautions.values() for step in each.steps}
    for flow in guide().flows.values():
        for facts in (PO, VO, NK, {**PO, BEGUN: "nee"}, {**NK, BEGUN: "nee"}):
            edition = guide().editions[flow.edition]
            if facts[SECTOR] not in guide().sectors(flow) or edition.region not in {
                "", facts[REGION],
            }:  # fmt: skip
                continue
            for step in steps & flow.steps.keys():
                answers = Answers(facts={**SAFE, **facts}, start=step)
                yield facts, advice_view(Conversation.at(guide(), flow, answers, TODAY))


@each_row(("place", "facts", "said"), TRAPS)
def test_a_trap_is_told_at_its_step(place: str, facts: dict[str, str], said: str) -> None:
    view = advice_view(_at(place, facts))
    assert any(said in each.say for each in view.avoid), [each.say for each in view.avoid]


REPORTED = {
    "noord_kennemerland/luxeverzuim": "Sluit strafrecht niet uit",
    "noord_kennemerland/te_laat_15": "Begin dan niet met strafrecht",
    "noord_kennemerland/melden_bij_duo_nk": "Begin dan niet met strafrecht",
    "noord_kennemerland/duo_melding_geen_contact": "Begin dan niet met strafrecht",
}
"""Where a case is reported, and what may be said of criminal law once leerplicht looks at it."""


@pytest.mark.parametrize(("place", "said"), REPORTED.items())
def test_criminal_law_comes_last_but_for_a_holiday_without_leave(place: str, said: str) -> None:
    course = Course(_at(place, NK))
    told = []
    for _ in range(12):
        told = [each.say for each in advice_view(course.talk).avoid if "strafrecht" in each.say]
        if told or course.asked is None:
            break
        course.pick(course.asked.options[-2].key)
    assert told, course.talk.trail.main.last.step
    assert all(said in each for each in told), told


def test_at_eighteen_nothing_is_said_of_parents_and_of_the_duty_only_how_it_ended() -> None:
    place, facts = "zonder_schoolinschrijving/niet_van_toepassing", {**VO, "meerderjarig": "ja"}
    view = advice_view(_at(place, facts))
    deeds = " ".join(todo.text for group in view.now for todo in group.todo)
    assert all(word in deeds for word in ("ophield", "vmbo-diploma", "vrijwillig", "Bespreek"))
    assert any("proces-verbaal" in each.say for each in view.avoid)
    first = advice_view(_at("zonder_schoolinschrijving/signaal_basisregistratie", facts))
    assert not any("ouders" in each.say for each in first.avoid)


HARM = [each.id for each in guide().dangers.values() if PARENTS in each.hold]
TO_PARENTS = [
    ("ziekteverzuim/onder_de_drempel", "praten mag altijd"),
    ("met_schoolinschrijving_po/gesprek_po", "voordat je met de ouders sprak"),
    ("triage/reis_betwist", "vraag het eerst de ouders"),
    ("ziekteverzuim/gesprek_en_plan", "eerst komen een gesprek en een plan"),
]


@each_row("kind", HARM)
@each_row(("place", "said"), TO_PARENTS)
def test_nothing_sends_to_the_parents_while_that_waits(kind: str, place: str, said: str) -> None:
    safe = _at(place, PO)
    assert any(said in each.say for each in advice_view(safe).avoid)
    facts = {**safe.answers.facts, "veiligheid": "zorgen"}
    answers = replace(safe.answers, facts=facts, safety=Safety(dangers=(kind,)))
    talk = safe.having(answers)
    assert waiting(talk)
    assert not any(said in each.say for each in advice_view(talk).avoid)
    seats = [seat for table in advice_view(talk).tables for seat in table.seats]
    assert all(AFTER_ADVICE in seat for seat in seats if seat.startswith("Ouders"))


def test_every_line_is_told_somewhere_in_few_words_with_its_source() -> None:
    told = set()
    for _, view in _everywhere():
        for each in view.avoid:
            told.add(each.name)
            assert word_count(each.say) <= MOST_WORDS
            assert each.own or each.source
        assert view.first.avoid == view.avoid[: len(view.first.avoid)]
        assert len(view.first.avoid) <= MOST_AVOIDED
        assert view.first.room <= len(view.first.avoid)
    assert told == {each.id for each in guide().cautions.values() if not each.after}


def test_what_only_another_region_or_sector_says_is_not_told() -> None:
    sources = guide().sources
    for facts, view in _everywhere():
        for each in view.avoid:
            ours = [sources[s.document] for s in guide().cautions[each.name].sources]
            assert (
                each.own
                or any(
                    source.outside
                    or (
                        source.regio in {"", facts[REGION]}
                        and (not source.sectors or facts[SECTOR] in source.sectors)
                    )
                    for source in ours
                )
                or each.source.startswith(TAKEN_OVER.format(""))
            ), (facts, each)


ROUTE = "zonder_schoolinschrijving"
"""A route of the VO, which is taken over for a child of the PO."""


def test_a_route_that_is_taken_over_brings_what_its_sources_say_not_to_do() -> None:
    (flow,) = guide().editions_of(ROUTE)
    child = {"leeftijd": "onder_12", "meerderjarig": "nee"}
    found = 0
    for step in flow.steps.values():
        of_vo, of_po = (
            {each.name for each in advice_view(_at(f"{ROUTE}/{step.id}", {**facts, **child})).avoid}
            for facts in (VO, PO)
        )
        theirs = {name for name in of_vo if SECTOR not in guide().cautions[name].when}
        ours = {s.document for s in step.sources}
        told = {
            name
            for name in theirs
            if step.id in guide().cautions[name].steps
            and ours & {each.document for each in guide().cautions[name].sources}
        }
        assert told <= of_po, step.id
        found += len(told)
    assert found


def test_in_every_face_it_stands_with_what_there_is_to_do() -> None:
    talk = _at(STEP, PO)
    view = advice_view(talk)
    say = view.first.avoid[0].say
    assert say in [each["say"] for each in data(view)["avoid"]]
    blocks = list(advice_blocks(view))
    headings = [plain(each.runs) for each in blocks if isinstance(each, Heading)]
    assert AVOID in headings
    items = [plain(i) for each in blocks if isinstance(each, Items) for i in each.items]
    assert f"{NOT}{say}" in items
    assert all(each.sourced in items for each in view.avoid)
    opened = [str(item.content) for item in advice_items(talk, view, {MORE})]
    assert all(any(each.sourced in line for line in opened) for each in view.avoid)
    target = io.StringIO()
    Session(Lines(io.StringIO(""), target), Course(talk)).run()
    assert f"{NOT}{say}" in " ".join(target.getvalue().split())


def test_a_line_is_told_once_while_it_holds() -> None:
    target = io.StringIO()
    session = Session(Lines(io.StringIO("?\n"), target), Course(_at(STEP, PO)))
    while session.run():
        pass
    say = advice_view(_at(STEP, PO)).first.avoid[0].say
    assert " ".join(target.getvalue().split()).count(say) == 1


@each_row(("told", "waits"), [("", True), (", donderdag gemeld bij DUO", False)])
def test_who_reported_is_not_told_to_wait_for_nothing(told: str, *, waits: bool) -> None:
    course = Course.begin(guide(), TODAY, {**SAFE, **VO})
    course.tell(f"jongen 2 vmbo heeft 20 uur gespijbeld{told}")
    asked = course.asked
    assert asked is not None
    course.pick(next(o.key for o in asked.options if o.choice == "spijbelt"))
    avoided = {each.name for each in advice_view(course.talk).avoid}
    assert ("zestien_uur_niet_wachten" in avoided) is waits
