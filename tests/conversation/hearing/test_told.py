"""What a sentence says besides what it is about, as a table."""

from datetime import date
from pathlib import Path
from time import process_time

from hypothesis import given as generated
from hypothesis import strategies as st

from routeboek_tui.conversation.hearing.matching import Offer
from routeboek_tui.conversation.hearing.told import told
from routeboek_tui.conversation.hearing.understanding import (
    Chosen,
    Given,
    Understood,
    Unknown,
    understand,
)
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.policy.registry import STEPS
from routeboek_tui.core.said import Said
from routeboek_tui.core.terms.days import known_days
from routeboek_tui.core.terms.milestone import NOW
from routeboek_tui.text.numerals import word
from tests.known import guide
from tests.rows import each_row
from tests.speed import millisecond

TODAY = date(2026, 11, 23)
LIBRARY = guide()
SHORT = {"z": "zorgwekkend_ziekteverzuim", "n": "ziekteverzuim_nk", "u": "zestien_uur",
         "t": "te_laat", "a": "nieuwkomer"}  # fmt: skip


LEAVE = {"verlof": "2026-12-14", "verlof_einde": "2026-12-16"}
LEAVE_TOLD = [
    "ouders vragen verlof van 14 december tot en met 16 december voor een bruiloft, 3 dagen",
    "ouders vragen verlof van maandag 14 december t/m woensdag 16 december",
    "een verlofaanvraag voor 14, 15 en 16 december",
    "van 14 tot en met 16 december vragen de ouders verlof",
    "ouders vragen vrij voor een bruiloft. het gaat om 14 tot en met 16 december",
    "ziek van 1 tot en met 3 december en ouders vragen verlof van 14 t/m 16 december",
]
SUSPENDED = {"schorsing": "2026-11-18", "schorsing_einde": "2026-11-20"}
SUSPENDED_TOLD = [
    "drie dagen geschorst, van 18 november tot en met 20 november",
    "geschorst op 18, 19 en 20 november",
    "een schorsing van 18-11-2026 t/m 20-11-2026",
]
NEXT_WEEK = {"verlof": "2026-11-30", "verlof_einde": "2026-12-01"}
STAYED_AWAY = {"wegblijven": "2026-11-03", "wegblijven_weer": "2026-11-17"}
HOURS = {"urenperiode": "2026-10-26", "urenperiode_einde": "2026-11-20"}
TIMETABLE = "maandag, dinsdag, donderdag en vrijdag 5,5 uur, woensdag 3,5 uur"
AWAY_SINCE = {"afwezig": "2026-10-26", "grens_bereikt": "2026-10-29"}


def table(name: str) -> list[tuple[str, ...]]:
    """The lines of a table beside this file."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [tuple(line.split("\t")) for line in lines]


SENTENCES = table("told.tsv")


def heard(sector: str, sentence: str) -> Said:
    known = {} if sector == "-" else {"sector": sector}
    return told(sentence, LIBRARY, known, TODAY)


def flat(said: Said) -> set[str]:
    """What was said as the table writes it."""
    # Who speaks has a table of its own: speakers.tsv.
    said = said.without_fact("lezer")
    found = {f"{fact}={value}" for fact, value in said.facts.items()}
    found |= {f"{fact}={day.isoformat()}" for fact, day in said.dates.items()}
    if said.birth_date:
        found.add(f"geboren={said.birth_date.isoformat()}")
    for short, policy in SHORT.items():
        given = said.counts.get(policy, {})
        found |= {f"{short}.{name}={value}" for name, value in given.items()}
    return found


def expected(cell: str) -> set[str]:
    found = set()
    for each in cell.split():
        name, _, value = each.partition("=")
        if name == "ziek":
            found |= {f"z.meldingen={value}", f"n.meldingen={value}"}
        elif value:
            found.add(each)
    return found


@each_row(("sector", "sentence", "values"), SENTENCES, ids=[s[1] for s in SENTENCES])
def test_what_a_sentence_says(sector: str, sentence: str, values: str) -> None:
    assert flat(heard(sector, sentence)) == expected(values)


def test_half_days_of_an_illness_are_counted_where_those_count() -> None:
    sentence = "Ligt sinds maandag 16 november ziek in bed"
    north = told(sentence, LIBRARY, {"regio": "noord_kennemerland", "sector": "po"}, TODAY)
    south = told(sentence, LIBRARY, {"regio": "haaglanden", "sector": "po"}, TODAY)
    # Two on each school day and one on a Wednesday, today included.
    assert north.counts["ziekteverzuim_nk"] == {"achtereen": "11"}
    assert "ziekteverzuim_nk" not in south.counts


def test_a_birth_date_is_also_what_a_policy_counts() -> None:
    said = heard("-", "geboren op 3-2-2012")
    assert said.counts == {"leerplichtig": {"geboortedatum": "2012-02-03"}}


@each_row(
    ("sentence", "days"),
    [
        ("sinds maandag 2 november 2026 niet meer binnen", {"afwezig": "2026-11-02"}),
        ("hij is thuis sinds 2 november 2026", {"afwezig": "2026-11-02"}),
        ("afwezig sinds 26 oktober", {"afwezig": "2026-10-26"}),
        ("komt sinds ma 2 nov niet meer, ruzie met de juf", {"afwezig": "2026-11-02"}),
        ("is sinds 2 nov niet meer ziek", {}),
        ("sinds 2 november 2026 komt ze niet meer", {"afwezig": "2026-11-02"}),
        ("de eerste dag zonder geldige reden is 4-11-2026", {"ongeoorloofd": "2026-11-04"}),
        ("de schorsing begint op 19 mei 2027", {"schorsing": "2027-05-19"}),
        ("wordt geschorst op 25 november 2026", {}),
        ("Vandaag loopt de tweede schorsing af", {"schorsing_einde": "2026-11-23"}),
        ("de schorsing eindigt op 20 november 2026", {"schorsing_einde": "2026-11-20"}),
        ("geschorst tot 20 november 2026", {}),
        ("de brief van de psychiater is van 3 september 2026", {"verklaring": "2026-09-03"}),
        ("de verklaring van de arts is van 3-9-2026", {"verklaring": "2026-09-03"}),
        ("de laatste dag weg is woensdag 25 november", {"luxe_einde": "2026-11-25"}),
        ("geschorst tot en met 27 november 2026", {"schorsing_einde": "2026-11-27"}),
        (
            "de laatste dag van de schorsing was 20 november 2026",
            {"schorsing_einde": "2026-11-20"},
        ),
        (
            "geschorst van 18 november 2026 tot en met 20 november 2026",
            {"schorsing": "2026-11-18", "schorsing_einde": "2026-11-20"},
        ),
        (
            "haar vrijstelling liep tot en met 31 oktober 2026",
            {"vrijstelling_einde": "2026-10-31"},
        ),
        ("het gezin vertrekt op 13 februari 2027", {"vertrek": "2027-02-13"}),
        ("aangemeld op 25 november 2026", {}),
        ("sinds 25 november 2026 thuis", {}),
        ("sinds 2 november niet meer op school geweest", {"afwezig": "2026-11-02"}),
        ("sinds 2 november geen dag meer geweest", {"afwezig": "2026-11-02"}),
        ("vanaf 2 november geen enkel uur meer op school", {"afwezig": "2026-11-02"}),
        ("vanaf maandag vorige week niet naar school geweest", {"afwezig": "2026-11-16"}),
        ("sinds 2 november geen dag te laat geweest", {}),
        ("het zestiende uur viel op 19 november", {"grens_bereikt": "2026-11-19"}),
        ("op 19 november was het zestiende uur bereikt", {"grens_bereikt": "2026-11-19"}),
        ("de grens van 16 uur is bereikt op 19 november", {"grens_bereikt": "2026-11-19"}),
        ("het achtste lesuur was op 19 november", {}),
        ("op 19 november meldden ouders haar schriftelijk aan", {"aanmelding": "2026-11-19"}),
        ("ouders meldden haar op 19 november met een brief aan", {"aanmelding": "2026-11-19"}),
        ("de aanmelding kwam op 19 november binnen", {"aanmelding": "2026-11-19"}),
        ("op 19 november meldden ouders haar ziek", {}),
        ("16, 17 en 19 november, elk 6 lesuren", {"grens_bereikt": "2026-11-19"}),
        ("16 en 17 november, elk 6 lesuren", {}),
        ("ma 16-11 6 uur, di 17-11 6 uur, wo 18-11 5", {"grens_bereikt": "2026-11-18"}),
        ("16, 17 en 19 november, elk 6 lesuren ziek", {}),
        *((sentence, LEAVE) for sentence in LEAVE_TOLD),
        *((sentence, SUSPENDED) for sentence in SUSPENDED_TOLD),
        ("verlof op vrijdag 18 december", {"verlof": "2026-12-18", "verlof_einde": "2026-12-18"}),
        ("volgende week maandag en dinsdag verlof", NEXT_WEEK),
        ("verlof voor maandag en dinsdag volgende week", NEXT_WEEK),
        ("verlof voor dinsdag en donderdag volgende week", {}),
        ("verlof op 14 en 18 december", {}),
        ("ouders vroegen verlof op 20 november", {}),
        ("haar zusje kreeg verlof van 14 tot en met 16 december", {}),
        ("ziek van 14 tot en met 16 december", {}),
        ("22 uur gespijbeld van 26 oktober tot en met 20 november", HOURS),
        ("in de weken van 26-10-2026 t/m 20-11-2026 miste hij 22 lesuren", HOURS),
        ("sinds de eerste schooldag, 31 augustus; geen dagdeel geweest", {"afwezig": "2026-08-31"}),
        ("niet verschenen bij JGZ op 3 november en op 17 november, zonder bericht", STAYED_AWAY),
        ("op 3 en 17 november niet op het consult bij de jeugdarts verschenen", STAYED_AWAY),
        (
            "kwam 3 november niet opdagen bij de schoolarts, en op 17 november weer niet",
            STAYED_AWAY,
        ),
        ("haar broer verscheen op 3 november en 17 november niet bij JGZ", {}),
        ("3 november niet bij JGZ verschenen", {}),
        (f"sinds 26 oktober niet geweest; {TIMETABLE}", AWAY_SINCE),
        (f"sinds 26 oktober ziek; {TIMETABLE}", {"ziek": "2026-10-26"}),
        ("dat heb ik op 9 november geweigerd", {"besluit_verlof": "2026-11-09"}),
        ("het verlof is op 9 november afgewezen", {"besluit_verlof": "2026-11-09"}),
        ("op 9 november besliste leerplicht over de aanvraag", {"besluit_verlof": "2026-11-09"}),
        ("de aanmelding bij de jeugdarts is op 9 november geweigerd", {}),
        ("het gezin woont sinds 12 oktober hier", {"woont": "2026-10-12"}),
        ("ze zijn op 12 oktober hier komen wonen", {"woont": "2026-10-12"}),
        ("staat sinds 1 september nergens ingeschreven", {"afwezig": "2026-09-01"}),
        ("sinds 26 oktober niet op de basisschool geweest", {"afwezig": "2026-10-26"}),
        (
            "blijft sinds 3 november weg zonder bericht",
            {"afwezig": "2026-11-03", "ongeoorloofd": "2026-11-03"},
        ),
        ("sinds 3 november samen 17 uur ongeoorloofd weg", {"ongeoorloofd": "2026-11-03"}),
        ("op 19 november waren het er 16", {"grens_bereikt": "2026-11-19"}),
        ("op 19 november ging ze over de 16 uur heen", {"grens_bereikt": "2026-11-19"}),
        ("op 19 november hebben we hem ingeschreven", {"in_of_uitschrijving": "2026-11-19"}),
        (
            "van 16 tot en met 20 november naar Turkije geweest voor een bruiloft van een nicht",
            {"luxe": "2026-11-16", "luxe_einde": "2026-11-20"},
        ),
        ("op vrijdag 20 november een weekend weg zonder toestemming", {"luxe": "2026-11-20"}),
        ("sinds 26 oktober niet geweest; maandag 5,5 uur", {"afwezig": "2026-10-26"}),
    ],
)
def test_which_day_is_said(sentence: str, days: dict[str, str]) -> None:
    found = {name: day.isoformat() for name, day in heard("-", sentence).days.items()}
    assert found == days


@each_row(
    "name", sorted({n for n, s in LIBRARY.milestones.starts.items() if not s.meeting} - {NOW})
)
@each_row("shape", ["{} is {}", "{}: {}", "{} was op {}"])
def test_every_first_day_is_heard_by_its_own_name(name: str, shape: str) -> None:
    word = LIBRARY.milestones.starts[name].word
    said = heard("-", shape.format(word, "2 november 2015"))
    assert known_days(Answers(said=said))[name] == date(2015, 11, 2)


def test_it_is_quick() -> None:
    for sector, sentence, _ in SENTENCES[:20]:
        heard(sector, sentence)
    start = process_time()
    for sector, sentence, _ in SENTENCES:
        heard(sector, sentence)
    assert (process_time() - start) / len(SENTENCES) < 5 * millisecond()


# Where a number is asked for

TYPED = table("counted.tsv")
PLACES = {
    "z": ("ziekteverzuim", "drempel"),
    "n": ("noord_kennemerland", "ziekte_drempel_nk"),
    "u": ("met_schoolinschrijving_vo", "zestien_uur_vo"),
    "t": ("noord_kennemerland", "te_laat"),
    "l": ("zonder_schoolinschrijving", "leerplichtig"),
}


def typed(policy: str, sector: str, text: str) -> Understood:
    flow, name = PLACES[policy]
    step, texts = LIBRARY.flows[flow].steps[name], LIBRARY.texts[flow][name].choices
    offers = [
        Offer(choice.id, str(n), texts[choice.id].label, texts[choice.id].synonyms)
        for n, choice in enumerate(step.choices, start=1)
    ]
    offers.append(Offer("", str(len(offers) + 1), "Weet ik nog niet"))
    return understand(
        text, offers, policy=step.policy, sector=sector, today=TODAY,
        language=LIBRARY.language, knowledge=LIBRARY.knowledge,
    )  # fmt: skip


@each_row(("policy", "sector", "text", "values"), TYPED, ids=[f"{p}: {t}" for p, _, t, _ in TYPED])
def test_what_a_number_is_where_one_is_asked(
    policy: str, sector: str, text: str, values: str
) -> None:
    meaning = typed(policy, sector, text)
    if values == "?":
        assert not isinstance(meaning, Given | Chosen | Unknown)
    else:
        assert meaning == Given(dict(each.split("=", 1) for each in values.split()))


# Whatever is typed

UNITS = {"z": ["meldingen", "keer ziek", "ziekmeldingen"], "n": ["dagdelen ziek", "ziekmeldingen"],
         "u": ["uur", "lesuren ongeoorloofd"], "t": ["keer te laat", "x te laat"]}  # fmt: skip
AGAINST = {
    "z": ["geschorst", "te laat", "verlof", "gespijbeld"],
    "n": ["geschorst", "te laat", "verlof"],
    "u": ["ziek", "geoorloofd", "geschorst", "in 8 weken", "dit schooljaar"],
    "t": ["ziek", "geschorst", "in 8 weken"],
}
"""What contradicts the thing that is counted, or its time."""
EITHER = ["vorig jaar", "per week", "elke maand", "van zijn broer", "haar zus", "klasgenoot"]
LASTING = ["vorig jaar", "van zijn broer", "haar zus", "klasgenoot"]
SHAPES = ["{n} {unit} {against}", "{against} {n} {unit}", "hij is {against}, {n} {unit}"]
NUMBERS = st.one_of(st.integers(1, 99).map(str), st.integers(2, 40).map(word))


@generated(
    st.sampled_from(sorted(UNITS)).flatmap(
        lambda policy: st.tuples(
            st.just(policy),
            NUMBERS,
            st.sampled_from(UNITS[policy]),
            st.sampled_from([*AGAINST[policy], *EITHER]),
        )
    ),
    st.sampled_from(
        ["{n} {unit} {against}", "{against} {n} {unit}", "hij is {against}, {n} {unit}"]
    ),
    st.sampled_from(["po", "vo", ""]),
)
def test_no_number_is_taken_against_what_touches_it(
    said: tuple[str, str, str, str], shape: str, sector: str
) -> None:
    policy, number, unit, against = said
    text = shape.format(n=number, unit=unit, against=against)
    # In a part of its own only who and when hold for a number in the next part.
    if not shape.startswith("hij") or against in LASTING:
        assert not isinstance(typed(policy, sector, text), Given), text
        assert SHORT[policy] not in heard(sector or "-", text).counts, text


@generated(st.text(), st.lists(st.sampled_from(
    ["16", "vijf", "5e", "uur", "keer", "meldingen", "ziek", "te laat", "vorig jaar", "niet", "en",
     "broer", "3-2-2012", "sinds", "geboren", ",", "weken", "in", "groep", "?", "nee", "half"]
)).map(" ".join))  # fmt: skip
def test_any_text_can_be_heard(text: str, pieces: str) -> None:
    for each in (text, pieces):
        said = heard("-", each)
        for policy, given in said.counts.items():
            STEPS[policy].check(given, TODAY, LIBRARY.knowledge)
        for fact, value in said.facts.items():
            assert value in LIBRARY.scheme.domains[fact]


@each_row(
    ("text", "weeks"),
    [
        ("leerling is al drie weken ziek", "3"),
        ("jongen van 9 is nu al vier weken ziek thuis", "4"),
        ("3 weken achter elkaar ziek", "3"),
        ("was drie weken ziek, nu weer op school", ""),
        ("haar broertje is al drie weken ziek", ""),
        ("drie weken geleden ziek", ""),
        ("ongeveer drie weken ziek", ""),
        ("al 3 weken niet op school", ""),
        ("vier keer ziek in twaalf weken", ""),
    ],
)
def test_the_weeks_an_illness_goes_on_are_told(text: str, weeks: str) -> None:
    for policy in ("zorgwekkend_ziekteverzuim", "ziekteverzuim_nk"):
        said = told(text, LIBRARY, {"sector": "po"}, TODAY)
        assert said.counts.get(policy, {}).get("duur", "") == weeks, policy
