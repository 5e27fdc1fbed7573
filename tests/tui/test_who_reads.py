"""What leerplicht sees of a case: what leerplicht does, and then what others do."""

from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from routeboek_tui.course.course import Course
from routeboek_tui.library.content import Library
from routeboek_tui.text.characters import word_count
from routeboek_tui.tui.screens.advice import AdviceScreen
from tests.tui.conftest import screen_as_text
from tests.tui.stage import Maker

FACTS = {"gemeente": "den_haag", "regio": "haaglanden", "sector": "vo", "veiligheid": "nee"}
CASE = "melding van school overig verzuim want gezin weigert jgz"
MOST = 60


@pytest.mark.parametrize("who", ["leerplicht, ", "ik ben mentor. ", "ik ben jeugdarts. "])
async def test_the_first_screen_of_the_advice_for_who_reads(
    guide: Maker, library: Library, who: str, screen_text: SnapshotAssertion
) -> None:
    course = Course.begin(library, date(2026, 11, 23), FACTS)
    course.tell(f"{who}{CASE}")
    course.pick("1")
    course.hear("14 jaar")
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(AdviceScreen(course))
        await pilot.pause()
        shown = screen_as_text(app)
    assert word_count("\n".join(shown.splitlines()[1:-1])) <= MOST
    assert shown == screen_text
