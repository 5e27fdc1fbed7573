"""The calendar file, read by a library that did not write it."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from routeboek_tui.export import ics
from routeboek_tui.export.file import FileExists
from routeboek_tui.export.ics import Day, Issued

TODAY = date(2026, 11, 23)
ROSTER = Day(
    "rooster", "MDO: afspraak (School)", date(2026, 12, 1), "Zie de lijst; met komma's, en meer."
)
AGAIN = Day("evaluatie", "MDO: wij kijken of het plan werkt", date(2027, 1, 11))
LATER = Day("evaluatie", AGAIN.title, date(2027, 1, 18))


def read(data: bytes) -> dict[str, Any]:
    """The days in a calendar file by their title, each as vobject reads it."""
    calendar = vobject.readOne(data.decode())
    return {each.summary.value: each for each in calendar.vevent_list}


def written(days: Iterable[Day], before: Issued) -> tuple[dict[str, Any], Issued]:
    out = ics.after(days, before)
    return read(ics.render(out, TODAY)), out


def test_a_day_is_a_whole_day_with_its_title_and_what_it_is_about() -> None:
    found, _ = written([ROSTER, AGAIN], ics.new())
    assert [*found] == [ROSTER.title, AGAIN.title]
    event = found[ROSTER.title]
    assert event.dtstart.value == ROSTER.on
    assert event.dtend.value == ROSTER.on + timedelta(days=1)
    assert event.description.value == ROSTER.about
    assert event.status.value == "CONFIRMED"
    assert event.transp.value == "TRANSPARENT"
    assert not hasattr(found[AGAIN.title], "description")


def test_the_same_file_twice_changes_nothing() -> None:
    _, first = written([ROSTER, AGAIN], ics.new())
    found, second = written([ROSTER, AGAIN], first)
    assert second == first
    assert {event.sequence.value for event in found.values()} == {"0"}


def test_a_day_that_moves_keeps_its_uid_and_gets_a_higher_sequence() -> None:
    first, out = written([ROSTER, AGAIN], ics.new())
    second, _ = written([ROSTER, LATER], out)
    assert second[AGAIN.title].uid.value == first[AGAIN.title].uid.value
    assert second[AGAIN.title].dtstart.value == LATER.on
    assert second[AGAIN.title].sequence.value == "1"
    assert second[ROSTER.title].sequence.value == "0"


def test_a_day_that_falls_away_is_cancelled_once_and_can_come_back() -> None:
    _, out = written([ROSTER, AGAIN], ics.new())
    gone, out = written([AGAIN], out)
    assert gone[ROSTER.title].status.value == "CANCELLED"
    assert gone[ROSTER.title].sequence.value == "1"
    still, out = written([AGAIN], out)
    assert still[ROSTER.title].sequence.value == "1"
    back, _ = written([ROSTER, AGAIN], out)
    assert back[ROSTER.title].status.value == "CONFIRMED"
    assert back[ROSTER.title].sequence.value == "2"


def test_what_went_out_is_read_back_from_the_file() -> None:
    _, out = written([ROSTER, AGAIN], ics.new())
    _, out = written([LATER], out)
    assert ics.issued(ics.render(out, TODAY)) == out


def test_two_meetings_share_no_uid() -> None:
    one, other = (ics.after([AGAIN], ics.new()).days[0].uid for _ in range(2))
    assert one != other


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff",
        b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1@elders\r\nDTSTART:20260101\r\n"
        b"SUMMARY:tandarts\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:geen uid\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ],
)
def test_what_is_no_file_of_this_guide_is_not_gone_on_with(data: bytes) -> None:
    assert ics.issued(data) is None


@given(st.binary(max_size=300))
def test_no_file_whatever_is_in_it_stops_the_guide(data: bytes) -> None:
    ics.issued(b"BEGIN:VCALENDAR\r\n" + data)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_breaks_the_file(title: str, about: str) -> None:
    line = " ".join(title.split()) or "dag"
    out = ics.after([Day("dag", line, TODAY, about), AGAIN], ics.new())
    assert len(ics.render(out, TODAY).split(b"BEGIN:VEVENT")) == 3


def test_over_an_earlier_file_the_days_move_along(tmp_path: Path) -> None:
    file = tmp_path / "agenda.ics"
    first = ics.write([AGAIN], file, ics.new(), TODAY)
    with pytest.raises(FileExists):
        ics.write([LATER], file, ics.new(), TODAY)
    assert ics.issued(file.read_bytes()) == first
    ics.write([LATER], file, ics.new(), TODAY, overwrite=True)
    found = read(file.read_bytes())[AGAIN.title]
    assert (found.uid.value, found.sequence.value) == (first.days[0].uid, "1")


def test_over_a_file_of_someone_else_it_begins_anew(tmp_path: Path) -> None:
    file = tmp_path / "agenda.ics"
    file.write_bytes(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" + b" " * ics.LARGEST)
    before = ics.new()
    out = ics.write([AGAIN], file, before, TODAY, overwrite=True)
    assert out == ics.after([AGAIN], before)
