"""``routeboek kalender``: the school holidays the guide knows, and the own days of a school."""

from argparse import Namespace
from datetime import date

from routeboek_tui.commands.options import add_json
from routeboek_tui.commands.output import lines, write_json
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit, Refusal
from routeboek_tui.library.calendar import SchoolCalendar, SchoolHoliday, Status
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from routeboek_tui.library.places import own_days_file
from routeboek_tui.text import dates
from routeboek_tui.text.spelling import suggestion

STATUS = {
    Status.CONFIRMED: "",
    Status.SEEN_ONCE: "nog niet bevestigd, telt niet mee",
    Status.NOT_FOUND: "niet gevonden",
}
"""What is said of the days of a holiday by how sure they are."""

HOW = (
    "Heeft jouw school andere dagen, zet ze dan in dat bestand, een per regel:",
    "2027-02-08 studiedag",
    "2027-02-13..2027-02-21 voorjaarsvakantie",
    "Zet er nooit iets van een leerling in.",
)


def add_options(made: Parser) -> None:
    """What can be given to it."""
    made.add_argument(
        "schooljaar", metavar="SCHOOLJAAR", nargs="?", default="", help="bijvoorbeeld 2026-2027"
    )
    add_json(made)


def run(options: Namespace) -> Exit:
    """``routeboek kalender``: the holidays of one school year, and what the own file holds.

    :raises Refusal: when there is no such school year
    """
    library = load()
    calendar = library.calendar
    years = list(dict.fromkeys(each.year for each in calendar.holidays))
    year = options.schooljaar or _year(calendar, date.today()) or years[-1]
    if year not in years:
        raise Refusal(
            f"Het schooljaar “{year}” kennen wij niet.{suggestion(year, years)}"
            f" Kies uit: {', '.join(years)}."
        )
    found = [each for each in calendar.holidays if each.year == year]
    if options.json:
        write_json(_data(calendar, year, found))
    else:
        _tell(library, year, found)
    return Exit.FOUND if calendar.own.problems else Exit.DONE


def _tell(library: Library, year: str, found: list[SchoolHoliday]) -> None:
    out, calendar = lines(), library.calendar
    out.say(f"Schoolvakanties {year}. Algemene informatie van buiten het routeboek.")
    for region, about in calendar.regions.items():
        out.say()
        out.say(f"Regio {about.say}")
        for each in found:
            if each.region == region:
                out.say(_line(calendar, each), "- ")
    out.say()
    out.say("Een advies mag de school anders doen. De schoolgids gaat voor.")
    documents = dict.fromkeys(source.document for each in found for source in each.sources)
    out.say(f"Bronnen: {'; '.join(library.sources[name].title for name in documents)}.")
    out.say()
    own = calendar.own
    out.say(f"Eigen dagen van je school: {own_days_file()}")
    for day in own.days:
        out.say(f"{_days(day.first, day.last)}: {calendar.names[day.name].say}", "- ")
    for problem in own.problems:
        out.say(f"Regel {problem.line} telt niet mee: {problem.message}", "- ")
    if not own.days:
        for line in HOW:
            out.say(line)


def _line(calendar: SchoolCalendar, each: SchoolHoliday) -> str:
    days = _days(each.first, each.last) if each.first and each.last else ""
    marks = ("advies" if each.advice else "vast", STATUS[each.status])
    kind = ", ".join(filter(None, marks if days else marks[1:]))
    return f"{calendar.names[each.name].say}: {f'{days} ({kind})' if days else kind}"


def _days(first: date, last: date) -> str:
    return dates.write(first) if first == last else f"{dates.write(first)} t/m {dates.write(last)}"


def _year(calendar: SchoolCalendar, today: date) -> str:
    """The school year of the first holiday that is not over on ``today``."""
    return next((each.year for each in calendar.holidays if each.last and each.last >= today), "")


def _data(calendar: SchoolCalendar, year: str, found: list[SchoolHoliday]) -> dict[str, object]:
    return {
        "year": year,
        "holidays": [
            {
                "region": each.region,
                "name": calendar.names[each.name].say,
                "first": each.first and each.first.isoformat(),
                "last": each.last and each.last.isoformat(),
                "advice": each.advice,
                "status": each.status.value,
                "sources": [source.document for source in each.sources],
            }
            for each in found
        ],
        "own_file": str(own_days_file()),
        "own": [
            {
                "name": calendar.names[day.name].say,
                "first": day.first.isoformat(),
                "last": day.last.isoformat(),
            }
            for day in calendar.own.days
        ],
        "problems": [
            {"line": problem.line, "message": problem.message} for problem in calendar.own.problems
        ],
    }
