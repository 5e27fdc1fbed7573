"""What asks something is heard as a question without a mark, and what tells of a case is not."""

from routeboek_tui.conversation.questions import is_question, told_and_asked
from tests.known import guide
from tests.rows import each_row

ASKED = (
    "voor het eerst van school gestuurd, moet de directeur dat horen",
    "wij sturen liever meteen het formulier op. mag dat? (moeder)",
    "er ligt een brief van de kinderarts. is dat genoeg",
    "in het overleg vindt iedereen hetzelfde. moet dan ook nog zo'n gesprek met leerplicht",
    "leerling is 11, moet die mee tekenen bij het driehoeksoverleg",
    "meisje wordt volgende maand 12, moet zij dan zelf tekenen",
    "vader woont in Spanje, mag die het verslag inzien",
    "ouders willen niet, mag je leerplicht dan toch uitnodigen",
    "kind wordt in maart 5, vanaf welke dag is het leerplichtig",
    "ruzie over een plek, wat kost een onderwijsconsulent",
    "toets gemist door ziekte hoeveel herkansingen heeft hij",
    "ontheffing gymles hoeveel lessen mag hij missen",
    "spijbelen hoeveel kinderbijslag raken ouders kwijt",
    "schorsing max hoeveel dagen en wie moet de brief krijgen",
    "verlof bruiloft en wie moet dat goedkeuren of tekenen",
    "verklaring arts voor vrijstelling hoe oud mag die zijn",
    "advies van de experttafel hoe lang duurt het voordat wij dat krijgen",
    "uitspraak van de commissie en hoelang duurt het ongeveer",
    "magister automatisch sms naar ouders bij afwezigheid instellen",
    "verzuimlijst uit het systeem downloaden",
    "bedrag schoolspullenpas per kind",
    "heet die doorbraaktafel in het vo nu anders",
    "kent het protocol ook weken voor hogerop gaan",
    "is de grens vier weken of pas meer dan vier weken",
    "afspraak over drie maanden thuis, waar komt die vandaan",
    "smw wil een leerling aanmelden, via wie loopt dat",
    "een leerling zit alleen op de gang, hoort die ook bij de doelgroep",
    "minder uren dan het minimum, wat heb je daarvoor nodig",
    "1g1p, wat houdt dat in",
    "geef me alle deadlines op een rij",
    "raken ouders geld kwijt als hun dochter niet meer naar school gaat",
    "zijn we klaar als het verzuim stopt",
    "gaat dat door als ouders niet akkoord zijn",
    "vervalt het zodra de leerling er weer is",
    "via welk systeem geef ik dat door",
    "namens wie teken ik de brief",
    "volgens welke regel telt dat mee",
    "vergoedt de zorgverzekering zo'n onderzoek",
    "declareert de jeugdarts dat bij de gemeente",
    # What is told and what is asked in one breath, without a sign between them.
    "vader komt nooit opdagen welke brief hoort daarbij",
    "ze is acht keer ziek geweest wat voor gesprek moet ik voeren",
    "hij zit in een instelling wie schrijft hem in",
    "de andere ouder woont in belgie moet die ook tekenen",
    "oma brengt hem altijd mag zij ook bij het gesprek",
    "ouders zijn gescheiden moeten ze allebei tekenen",
    "hij komt elke dag te laat wat voor soort verzuim is dat",
    "kind is vier hoort het dan al naar school te gaan",
    "hij is geschorst, wat voor brief krijgen de ouders",
    "ze is er weer niet moeten we dan opnieuw melden",
)

TOLD = (
    "vandaag 7e schooldag op rij ziek, havo 3",
    "hij wordt 12 en moeder wil het formulier niet invullen",
    "we weten niet hoeveel dagen hij ziek was",
    "niemand weet hoeveel hij heeft gemist of hoe lang het duurt",
    "met medicatie instellen gaat het langzaam beter",
    "omdat hij koorts had, kon hij niet komen",
    "vader zegt lachend dat moet je ook eens proberen",
    "als zij moe is, mag zij eerder naar huis",
    "moeder zegt hoe oud hij is en wie hem brengt",
    "is de hele week ziek thuis gebleven en zegt niets",
    "gaat de laatste tijd slecht met hem op school",
    "ik zoek een school voor mijn dochter",
    "vader is boos, gaat die dag niet mee naar het gesprek",
    "daarom moet hij vaak naar de dokter",
    "dan kan hij weer een paar dagen niet komen",
    "we weten niet welke dagen hij ziek was",
    "hij zegt niet wat voor pijn hij heeft",
    "in de ochtend moet hij ook de kleintjes wegbrengen",
)


@each_row("line", ASKED)
def test_a_question_without_its_mark_is_heard(line: str) -> None:
    assert is_question(line, guide().language)


@each_row("line", TOLD)
def test_a_case_is_no_question(line: str) -> None:
    assert not is_question(line, guide().language)


BOTH = (
    ("ja, dat is gedaan. Moet ik nu melden?", "ja, dat is gedaan", "Moet ik nu melden?"),
    ("gemeld, moet leerplicht ook bellen?", "gemeld", "moet leerplicht ook bellen?"),
    ("ouders willen niet. Wat nu?", "ouders willen niet", "Wat nu?"),
    ("zij is 13; wie tekent er dan?", "zij is 13", "wie tekent er dan?"),
    ("moet ik melden, en wie doet dat?", "", ""),
    ("ouders zijn het eens, toch?", "", ""),
    ("ja, dat is gedaan.", "", ""),
)


@each_row(("line", "told", "asked"), BOTH, ids=[line for line, *_ in BOTH])
def test_what_is_told_is_parted_from_what_is_asked_behind_it(
    line: str, told: str, asked: str
) -> None:
    assert told_and_asked(line, guide().language) == (told, asked)
