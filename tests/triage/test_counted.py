"""A number of what a signal counts speaks for it, and a number of something else does not."""

from routeboek_tui.conversation.telling.count import counted, parts_of
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.text.characters import bare_line
from tests.known import guide
from tests.rows import each_row

SAID = (
    ("Al vijf keer ziek gemeld dit schooljaar.", {"vaak_ziek", "ziek_vaste_dag"}),
    ("De zesde ziekmelding is binnen.", {"vaak_ziek", "ziek_vaste_dag"}),
    ("Opgeteld 36 dagdelen ziek.", {"vaak_ziek"}),
    ("Zeven schooldagen achter elkaar ziek.", {"lang_ziek"}),
    ("Zes keer te laat deze maand.", {"te_laat_komen"}),
    ("Ze spijbelde 24 lesuren.", {"spijbelt"}),
    ("De juf is vijf keer ziek geweest.", set()),
    ("Hij is niet vijf keer ziek geweest.", set()),
    ("Er zitten 24 leerlingen in de klas.", set()),
)


@each_row(("text", "signals"), SAID)
def test_a_number_speaks_for_the_signal_that_counts_it(text: str, signals: set[str]) -> None:
    language = guide().language
    told = in_figures(bare_line(text), language.counting)
    counts = counted(told, parts_of(told, language), language.counting)
    found = {
        signal.id
        for signal in guide().signals.values()
        if any(each.fits(count) for each in signal.counted for count in counts)
    }
    assert found == signals


def test_every_signal_that_counts_something_is_tried() -> None:
    counting = {each.id for each in guide().signals.values() if each.counted}
    assert counting == set().union(*(signals for _, signals in SAID))
