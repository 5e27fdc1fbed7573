"""Questions beside the route: each hears danger, answers a question, is undone and can be left."""

from collections.abc import Callable

import pytest

from routeboek_tui.course import candidates, changing, frames
from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import Stop
from tests.course.talks import VO, keys, looked_up, said, talk
from tests.rows import each_row
from tests.walks_as_data import SAFE

DANGER = "hij wordt thuis geslagen"


def _candidates() -> Course:
    course = talk("triage", **VO)
    course.tell("steeds op maandag ziek")
    return course


def _on_the_way() -> Course:
    course = talk("triage", **SAFE)
    course.tell("steeds op maandag ziek")
    course.pick("1")
    return course


def _into() -> Course:
    return talk(heard=["1", "wijzig drempel"])


def _bill() -> Course:
    course = talk(heard=["1", "vanaf 12", "2", "wijzig drempel"])
    course.pick(keys(course)["nee"])
    return course


def _number() -> Course:
    return talk("noord_kennemerland", ["2", "2"], **SAFE)


def _ending(deed: str) -> Course:
    course = talk(heard=["1"])
    course.do(deed)
    return course


def _contradicted() -> Course:
    course = talk("triage", **VO)
    course.tell("groep 6, steeds op maandag ziek")
    return course


def _story() -> Course:
    course = talk("triage", **VO)
    course.do("restart")
    return course


FRAMES: dict[str, tuple[type, Callable[[], Course]]] = {
    "candidates": (candidates.Candidates, _candidates),
    "contradicted": (candidates.Contradicted, _contradicted),
    "on the way": (candidates.OnTheWay, _on_the_way),
    "which": (changing.Which, lambda: talk(heard=["1", "wijzig"])),
    "into": (changing.Into, _into),
    "bill": (frames.Confirm, _bill),
    "stop": (frames.Confirm, lambda: _ending("stop")),
    "restart": (frames.Confirm, lambda: _ending("restart")),
    "story": (frames.Story, _story),
    "number": (frames.NumberMeant, _number),
}
EVERY = each_row("name", FRAMES)


def _of(name: str) -> Course:
    kind, made = FRAMES[name]
    course = made()
    assert isinstance(course._frames[-1], kind)
    return course


def test_every_kind_of_frame_is_tried() -> None:
    every = {
        kind
        for module in (frames, candidates, changing)
        for kind in vars(module).values()
        if isinstance(kind, type) and kind.__module__ == module.__name__
        and {"question", "read", "answered"} <= set(vars(kind))
    } - {frames.Frame}  # fmt: skip
    assert {kind for kind, _ in FRAMES.values()} == every


@EVERY
@each_row("lead", ["", "zoek hulp, ", "verander iets: ", "wat als het waar is: "])
def test_danger_is_heard_in_every_question(name: str, lead: str) -> None:
    course = _of(name)
    course.hear(lead + DANGER)
    assert course.beside_route is (name == "on the way")  # the door that was chosen stays
    assert course.asked
    assert course.asked.fact == "veiligheid"
    assert course.told.safety.heard == ("geweld_thuis",)


@EVERY
def test_a_question_in_between_leaves_it_standing(name: str) -> None:
    course = _of(name)
    asked = course.asked
    assert looked_up(course.hear("wat is een JES?"))
    assert course.asked == asked


@EVERY
def test_undoing_takes_it_back_and_nothing_else(name: str) -> None:
    course = _of(name)
    before = course.talk.answers
    depth = len(course._frames)
    course.do("undo")
    assert len(course._frames) == depth - 1
    assert course.talk.answers == before


@EVERY
def test_what_it_does_not_offer_changes_nothing(name: str) -> None:
    course = _of(name)
    asked, answers = course.asked, course.talk.answers
    for _ in range(2):
        course.pick("99")
        course.hear("99")
    assert (course.asked, course.talk.answers) == (asked, answers)


# What a sentence is about


def test_enter_takes_the_candidate_that_is_sure() -> None:
    course = _candidates()
    assert course.asked
    assert course.asked.default == "1"
    assert said(course.hear("")) == "Je begint op de route Ziekteverzuim."
    assert course.exchanges[0].own == "steeds op maandag ziek"
    assert course.talk.flow.id == "ziekteverzuim"


def test_what_was_told_in_other_words_takes_its_place() -> None:
    course = _candidates()
    course.hear("hij komt al weken niet naar school")
    assert course.beside_route
    assert len(course._frames) == 1
    assert course.pick(keys(course)[candidates.NONE]) == ()
    assert not course.beside_route


def test_what_nothing_resembles_goes_on_with_the_questions() -> None:
    course = talk("triage", **VO)
    course.tell("appeltaart")
    assert course.asked
    assert course.asked.text == candidates.NOTHING
    assert course.asked.default == ""
    course.pick("1")
    assert not course.beside_route


def test_told_on_a_route_is_a_line_like_any() -> None:
    course = talk()
    course.tell("ja")
    assert not course.beside_route
    assert course.talk.answers.steps


# A number that can be two things


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("2", "Antwoord 2"),
        ("2.", "Antwoord 2"),
        ("\uff12", "Antwoord 2"),
        ("7", "Weet ik nog niet"),
    ],
)
def test_a_bare_number_is_asked_where_it_can_be_a_count(line: str, label: str) -> None:
    course = talk("noord_kennemerland", ["2", line], **SAFE)
    assert course.asked
    assert label in course.asked.options[0].label
    number = "7" if line == "7" else "2"
    course.pick("2")
    assert course.talk.answers.steps[-1].given == {"keren": number}


def test_the_answer_itself_can_be_meant() -> None:
    course = _number()
    course.pick("1")
    assert course.talk.answers.steps[-1].choices == ("vanaf_3",)


@pytest.mark.parametrize("line", ["16 keer", "16", "2 keer te laat", "antwoord 2"])
def test_what_can_be_one_thing_only_is_not_asked(line: str) -> None:
    course = talk("noord_kennemerland", ["2", line], **SAFE)
    assert not course.beside_route


def test_sixteen_hours_is_a_count_and_sixteen_too() -> None:
    for line in ("16 uur", "16"):
        course = talk("met_schoolinschrijving_vo", ["1", "1"], **VO, ingeschreven="ja")
        assert course.asked
        assert course.asked.policy == "zestien_uur"
        course.hear(line)
        assert course.talk.answers.steps[-1].given == {"lesuren": "16"}


def test_in_place_of_an_answer_what_is_meant_can_be_said() -> None:
    course = _number()
    course.hear("5 keer")
    assert course.talk.answers.steps[-1].given == {"keren": "5"}


# Changing


def test_the_bill_says_what_it_costs_before_it_is_paid() -> None:
    course = _bill()
    answers = course.talk.answers
    assert course.asked
    assert course.asked.remarks[0].text == changing.COSTS
    assert any(remark.listed for remark in course.asked.remarks)
    assert said(course.hear("nee")) == changing.NO_CHANGE
    assert course.talk.answers == answers
    course = _bill()
    assert said(course.hear("ja")) == changing.CHANGED
    assert course.talk.answers.steps[0].choices == ("nee",)
    course.do("undo")
    assert course.talk.answers == answers


@pytest.mark.parametrize(
    ("route", "fact", "why"),
    [
        ("met_schoolinschrijving_po", "sector", "alleen voor het PO"),
        ("met_schoolinschrijving_vo", "sector", "alleen voor het VO"),
        ("noord_kennemerland", "regio", "alleen voor"),
    ],
)
def test_a_fact_the_route_fixes_is_not_changed(route: str, fact: str, why: str) -> None:
    course = talk(route, **SAFE, regio="noord_kennemerland" if "noord" in route else "haaglanden")
    reply = course.change(fact=fact)
    assert why in said(reply)
    assert not course.beside_route


def test_what_was_not_said_is_not_changed() -> None:
    course = talk(heard=["1"])
    for reply in (course.change(fact="jgz"), course.change(step="drempel", visit=9),
                  course.hear("wijzig 99")):  # fmt: skip
        assert said(reply) == changing.NO_SUCH


def test_what_is_to_be_changed_is_named_in_part() -> None:
    assert _into().asked == talk(heard=["1", "wijzig drempel ziekteverzuim"]).asked
    assert _into().asked == talk(heard=["1", "wijzig 3"]).asked


def test_stopping_is_asked_and_answered_in_words() -> None:
    course = _ending("stop")
    assert course.asked
    assert [option.label for option in course.asked.options] == ["Stoppen", "Doorgaan"]
    assert course.hear("Stoppen") == (Stop(),)
