"""A topic that is named is not yet the answer: the line that tells it is read with the page."""

from datetime import date

from routeboek_tui.conversation.enquiry.enquiry import Enquiry
from routeboek_tui.conversation.enquiry.reply import reply
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.search.compiled import index
from tests.known import guide
from tests.rows import each_row

TODAY = date(2026, 9, 7)
VO = {"regio": "haaglanden", "gemeente": "rijswijk", "sector": "vo"}
PO = {"regio": "haaglanden", "gemeente": "den_haag", "sector": "po"}
NK = {"regio": "noord_kennemerland", "sector": "po"}


@each_row(
    ("question", "known", "says"),
    [
        ("in welke week valt de managementafstemming?", VO, "week 8"),
        ("de SMA-arts wijst het verzoek af, wie vertelt het de school?", VO, "plant een MDO"),
        ("ziekteverzuim loopt door, geen toestemming jgz, wat doet school?", VO, "nieuwe DUO"),
        ("hoe recent moet de artsverklaring voor 5a zijn?", VO, "drie maanden"),
        ("elke vrijdag ziek, minder dan 16 uur, wat is dat?", NK, "zelfde weekdag"),
        ("leerling kan al een schooljaar niets aan, toch een opp?", VO, "schooljaar niets aan"),
        ("mogen veilig thuis en strafrecht tegelijk?", VO, "tegelijk lopen"),
        ("gezin weigert jgz, welke reden vul ik in bij de duo-melding?", VO, "die reden in"),
        ("geen basisschool wil hem plaatsen, wie zoekt een school?", PO, "adviseur van SPPOH"),
        ("kan een rector een boete krijgen als die niet meldt?", VO, "1000 euro"),
    ],
)
def test_the_line_that_answers_is_told(question: str, known: dict[str, str], says: str) -> None:
    found = reply(Enquiry(Reader(guide(), TODAY, known), index(guide()), question))
    assert says in " ".join(line for view in found.told for line in view.short)
