"""A day that was said in the talk stands in the letter; what is another day by now does not."""

from datetime import date

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.said import Said
from routeboek_tui.letters.evidence import Evidence
from routeboek_tui.text import dates
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE

TODAY, DAY = date(2027, 3, 10), date(2027, 3, 11)
FACTS = {**SAFE, "sector": "po", "regio": "noord_kennemerland", "leerplicht_begonnen": "ja"}
FIELDS = {
    "in_nederland_sinds": "aankomst",
    "verlof_begin": "verlof",
    "verlof_einde": "verlof_einde",
    "vertrekdatum": "vertrek",
    "maatregel_begin": "schorsing",
    "maatregel_einde": "schorsing_einde",
    "wegblijven_eerst": "wegblijven",
    "wegblijven_weer": "wegblijven_weer",
    "schoolgesprek_datum": "afspraak_ouders",
    "schoolplan_evaluatie": "afspraak_evaluatie",
    "leerplichtgesprek_datum": "afspraak_leerplicht",
    "overleg_datum": "afspraak_mdo",
    "overleg_evaluatie": "afspraak_evaluatie",
}
EITHER = {"overleg_datum": ("afspraak_jes",)}
"""What else a field can be the day of."""


def _known(field: str, start: str, said: dict[str, date]) -> str:
    flow = guide().flows["noord_kennemerland"]
    answers = Answers(facts=FACTS, start=start, said=Said(days=said))
    talk = Conversation.at(guide(), flow, answers, TODAY)
    return Evidence.of([talk.trail]).known(guide().fields[field], (), str)


def test_every_field_that_is_a_day_of_the_talk_is_named_here() -> None:
    days = {name: field for name, field in guide().fields.items() if field.day}
    found = {name: field.day for name, field in days.items() if not field.until}
    assert found == {name: (day, *EITHER.get(name, ())) for name, day in FIELDS.items()}


@each_row("field", FIELDS)
def test_a_day_that_was_said_stands_in_its_field(field: str) -> None:
    said = _known(field, "schorsing", {FIELDS[field]: DAY})
    assert dates.read(said) == DAY
    assert not _known(field, "schorsing", {"ziek": DAY})


@pytest.mark.parametrize("field", ["maatregel_begin", "maatregel_einde"])
def test_the_days_of_a_suspension_are_not_those_of_a_removal(field: str) -> None:
    assert not _known(field, "verwijdering", {FIELDS[field]: DAY})
