"""Numbers typed to a question that needs more of them stay, whatever comes in between."""

from tests.course.talks import VO, keys, talk
from tests.rows import each_row

BETWEEN = {
    "a deed that was done": ["al gedaan", "1"],
    "nothing that was done": ["al gedaan", "2"],
    "an age": ["hij is 14"],
    "a question": ["wat is een JES?"],
    "a look at what can be changed": ["wijzig", "laat alles zo"],
    "danger that was none": ["hij wordt thuis geslagen", "nee"],
    "a number that cannot be": ["binnen 900 weken"],
    "words that fit nothing": ["de hond heeft een bal"],
}


@each_row("between", BETWEEN.values(), ids=BETWEEN)
def test_half_an_answer_outlives_what_comes_in_between(between: list[str]) -> None:
    course = talk("ziekteverzuim", ["4 meldingen", *between, "binnen 8 weken"], **VO)
    answer = course.talk.answers.find("drempel", 1)
    assert answer
    assert answer.given == {"meldingen": "4", "weken": "8"}


def test_half_an_answer_is_gone_once_the_talk_goes_on() -> None:
    course = talk("ziekteverzuim", ["4 meldingen"], **VO)
    course.pick(keys(course)["nee_wel_zorgen"])
    assert not course.moment.given
