"""The right way of a case, walked: every question on it with the answer that its author gives."""

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.replay import valid
from routeboek_tui.core.safety import KIND, NONE, NOW, SAFETY, WORRY, Safety
from routeboek_tui.library.content import Library
from routeboek_tui.library.exercise import Exercise, Said
from routeboek_tui.library.wording import Text
from routeboek_tui.text.spelling import suggestion

NO_KIND = (
    f"Bij het feit “{SAFETY}: {NOW}” of “{SAFETY}: {WORRY}” hoort “{KIND}”, en bij niets anders."
)


class Stop(Struct, frozen=True):
    """A question on the right way: the talk that asks it, and the answer that is right."""

    talk: Conversation
    said: Said

    @property
    def step(self) -> str:
        """The step that asks."""
        return self.said.step


class Astray(Exception):
    """A case that cannot be walked: at which ``step``, and why, in Dutch."""

    def __init__(self, step: str, message: str) -> None:
        super().__init__(message)
        self.step = step


class Way(Struct, frozen=True):
    """The whole right way: its questions, and the talk at its end."""

    stops: tuple[Stop, ...]
    end: Conversation


def begun(library: Library, exercise: Exercise) -> Conversation:
    """The talk at the beginning of a case: what its story tells is known."""
    flow = library.named(exercise.route, exercise.day)
    answers = Answers(
        facts={SAFETY: NONE, **exercise.facts},
        start=exercise.start,
        done=exercise.done,
        safety=Safety((exercise.danger,) if exercise.danger else ()),
    )
    for fact, day in exercise.dates.items():
        answers = answers.with_date(fact, day)
    if exercise.birth_date:
        answers = answers.with_birth_date(exercise.birth_date)
    return Conversation.at(library, flow, answers, exercise.day)


def walked(library: Library, exercise: Exercise) -> Way:
    """The right way of a case.

    :raises Astray: where the route does not go that way (any more)
    """
    if bool(exercise.danger) is not (exercise.facts.get(SAFETY) in {NOW, WORRY}):
        raise Astray(exercise.way[0].step if exercise.way else exercise.ends, NO_KIND)
    talk, stops = begun(library, exercise), []
    for said in exercise.way:
        talk = _to_question(talk, said.step)
        stops.append(Stop(talk, said))
        talk = answered(talk, said)
    if standing(talk) != exercise.ends:
        raise Astray(exercise.ends, f"De weg staat aan het einde bij “{standing(talk)}”.")
    return Way(tuple(stops), talk)


def standing(talk: Conversation) -> str:
    """The step, outcome or door where a talk stands."""
    return talk.trail.main.last.step


def _to_question(talk: Conversation, step: str) -> Conversation:
    """``talk``, gone through a door where it stands at one, when it asks at ``step``."""
    if talk.trail.ask is None and talk.trail.door and step not in talk.flow.steps:
        talk = talk.jump()
    ask = talk.trail.ask
    if ask is None:
        raise Astray(step, f"De route is klaar bij “{standing(talk)}”, voor “{step}”.")
    # A step without choices is answered by the fact that it asks for.
    if ask.fact and (ask.step != step or talk.step(step).choices):
        raise Astray(step, f"Voor “{step}” vraagt de route om het feit “{ask.fact}”.")
    if ask.step != step:
        raise Astray(step, f"De route vraagt eerst “{ask.step}”, en niet “{step}”.")
    return talk


def asked_fact(talk: Conversation) -> str:
    """The fact that ``talk`` asks for; "" where a step has choices of its own."""
    return talk.trail.ask.fact if talk.trail.ask else ""


def asked_text(talk: Conversation, step: str) -> Text:
    """The words of what ``talk`` asks at ``step``: those of a fact, or of the step itself."""
    return talk.asked_text(step, asked_fact(talk))


def choosable(talk: Conversation) -> tuple[str, ...]:
    """What can be chosen where ``talk`` asks: choices of the step, or values of the fact."""
    ask = talk.trail.ask
    if ask is None:
        return ()
    if ask.fact:
        return tuple(talk.flow.domains[ask.fact])
    return tuple(each.id for each in talk.step(ask.step).choices)


def go_together(talk: Conversation, choices: tuple[str, ...]) -> bool:
    """Whether ``choices`` together answer what ``talk`` asks; a fact has one value."""
    ask = talk.trail.ask
    if ask is None or ask.fact:
        return len(choices) == 1
    return valid(talk.step(ask.step), choices)


def with_answer(talk: Conversation, said: Said) -> Conversation:
    """``talk`` with an answer to what it asks, right or wrong.

    At an outcome, and where one waits for somebody, "weet ik nog niet" is no answer: there the
    talk stays.
    """
    if fact := asked_fact(talk):
        return talk.knowing(fact, *said.choices)
    if (talk.ended or talk.waits) and not (said.choices or said.given):
        return talk
    return talk.answered(said.choices, given=said.given, on=said.on)


def answered(talk: Conversation, said: Said) -> Conversation:
    """``talk`` with an answer to the question it asks.

    :raises Astray: when the step has no such answer, or what was counted settles nothing
    """
    step, known = talk.step(said.step), choosable(talk)
    for choice in said.choices:
        if choice not in known:
            near = suggestion(choice, known)
            raise Astray(step.id, f"De stap “{step.id}” heeft geen keuze “{choice}”.{near}")
    if said.choices and not go_together(talk, said.choices):
        raise Astray(step.id, f"Deze keuzes gaan bij “{step.id}” niet samen.")
    if said.given:
        _reckonable(talk, said)
    after = with_answer(talk, said)
    stays = after is talk or asked_fact(talk)
    if not stays and after.answers.find(step.id, _visit(talk)) is None:
        raise Astray(step.id, f"Het antwoord op “{step.id}” beslist niets: er ontbreekt iets.")
    return after


def _reckonable(talk: Conversation, said: Said) -> None:
    policy = talk.step(said.step).policy
    rule = registry.STEPS.get(policy)
    if rule is None or not {*said.given} <= {*rule.inputs}:
        raise Astray(said.step, f"Bij “{said.step}” rekenen wij daar niet mee.")
    try:
        rule.check(said.given, said.on or talk.today, talk.rulebook.knowledge)
    except (GivenError, ValueError) as error:
        raise Astray(said.step, str(error)) from error


def _visit(talk: Conversation) -> int:
    ask = talk.trail.ask
    return ask.visit if ask else 1
