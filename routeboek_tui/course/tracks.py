"""Two tracks, each a walk of its own, of which one is walked: two absences, or two pupils.

Of one pupil facts and what is known of danger are shared; steps, and what they give ground for, are
not. Of two pupils nothing is shared but where they live.
"""

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.other_child import apart
from routeboek_tui.conversation.safety import in_manner
from routeboek_tui.conversation.triage.heading import Heading
from routeboek_tui.core.facts import PLACE, REGION
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.said import Said
from routeboek_tui.course.candidates import Candidates, headed, hearing
from routeboek_tui.course.frames import Outcome
from routeboek_tui.course.sentences import ANOTHER_CHILD, OF_ANOTHER, ONE_WAITS, shown
from routeboek_tui.course.standing import Moment, Standing, Track
from routeboek_tui.course.turn import Reply, Tone, Words


class Tracks(Standing):
    """A talk beside which another one of the same pupil can wait."""

    def _two_tracks(self, told: Candidates, names: tuple[str, ...]) -> None:
        """Let the second of two candidates wait while the first is walked."""
        first, second = (told.talk.library.signals[name] for name in names)
        said = second.says.agreeing(told.talk.answers.said)
        talk = told.talk.having(replace(told.talk.answers, said=said))
        self._title, self._signal = first.title, first.id
        self._other = Track(second.title, Moment(talk, self._moment.spoken), signal=second.id)

    def _apart(self, line: str) -> tuple[str, str]:
        """What ``line`` tells of this pupil, and of another one; before there is a route, all."""
        if self.talk.flow.route == TRIAGE:
            return line, ""
        return apart(line, self.talk.library.language)

    def _another_child(self, told_of: str) -> Reply:
        """Let what is told of another child wait as a case of its own; nothing goes over to it."""
        if self._other is not None:
            return (Words(ONE_WAITS.format(self._other.title)),)
        here = {PLACE, REGION}
        facts = {f: v for f, v in self.talk.answers.facts.items() if f in here}
        fresh = Conversation.start(self.talk.library, TRIAGE, self.talk.today, facts)
        doors = hearing(fresh, told_of)
        best = next(iter(doors.found.candidates), None) if isinstance(doors, Candidates) else None
        title = OF_ANOTHER.format(best.signal.title if best and best.sure else shown(told_of))
        self._title = self._title or self.talk.title
        self._other = Track(title, Moment(fresh), apart=True, told=told_of)
        return (Words(ANOTHER_CHILD.format(title), Tone.TOLD),)

    def _on_other_track(self) -> "Outcome | None":
        """Change tracks; what must be chosen or answered before its route is known, if it is not.

        What was told of it is one of its doors only where that was chosen.
        """
        there = self._other
        assert there is not None
        here = self.talk
        signal = self._signal if here.flow.route == TRIAGE else ""
        values = dict(self.values) if there.apart else {}
        told = "" if signal else self.telling
        self._other = Track(
            self._title, self._moment, tuple(self._before), signal, there.apart, values, told
        )
        shared = there.moment.talk if there.apart else sharing(there.moment.talk, here)
        talk = in_manner(shared, here.safety.manner)
        if there.apart:
            self.values.clear()
            self.values.update(there.values)
        self._title, self._signal = there.title, there.signal
        self._moment, self._before = replace(there.moment, talk=talk), list(there.before)
        self._clear()
        if there.told:
            return hearing(talk, there.told)
        return headed(Heading(talk, there.signal)) if there.signal else None


def sharing(talk: Conversation, other: Conversation) -> Conversation:
    """``talk`` with the facts, the safety and what else was said on the ``other`` track.

    What was done there, or not, says nothing of what this one asks, but for what is of the pupil,
    such as consent.
    """
    of_pupil = talk.library.language.stating.of_pupil
    agreed = {
        each.step: each.choices
        for each in other.answers.steps
        if each.step in of_pupil and each.choices
    }
    mine, known = talk.answers, other.answers
    domains = talk.flow.domains
    facts = {
        fact: value
        for fact, value in known.facts.items()
        if fact not in mine.facts and value in domains.get(fact, (value,))
    }
    dates = {fact: day for fact, day in known.dates.items() if fact in facts}
    answers = replace(
        mine,
        facts={**mine.facts, **facts},
        dates={**mine.dates, **dates},
        birth_date=mine.birth_date or known.birth_date,
        safety=known.safety,
        said=replace(
            known.said.also(Said(choices=agreed)).also(mine.said), undone=mine.said.undone
        ),
    )
    return talk.having(answers)
