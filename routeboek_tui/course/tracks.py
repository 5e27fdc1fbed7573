"""Two absences of one pupil: two tracks, each a walk of its own, of which one is walked.

Facts and what is known of danger are shared; steps, and what they give ground for, are not.
"""

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.heading import Heading
from routeboek_tui.conversation.safety import in_manner
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.course.candidates import Candidates, headed
from routeboek_tui.course.frames import Outcome
from routeboek_tui.course.standing import Moment, Standing, Track


class Tracks(Standing):
    """A talk beside which another one of the same pupil can wait."""

    def _two_tracks(self, told: Candidates, names: tuple[str, ...]) -> None:
        """Let the second of two candidates wait while the first is walked."""
        first, second = (told.talk.library.signals[name] for name in names)
        said = second.says.agreeing(told.talk.answers.said)
        talk = told.talk.having(replace(told.talk.answers, said=said))
        self._title, self._signal = first.title, first.id
        self._other = Track(second.title, Moment(talk, self._moment.spoken), signal=second.id)

    def _on_other_track(self) -> "Outcome | None":
        """Change tracks; what must be answered before its route is known, where it is not."""
        there = self._other
        assert there is not None
        here = self.talk
        signal = self._signal if here.flow.route == TRIAGE else ""
        self._other = Track(self._title, self._moment, tuple(self._before), signal)
        talk = in_manner(sharing(there.moment.talk, here), here.safety.manner)
        self._title, self._signal = there.title, there.signal
        self._moment, self._before = replace(there.moment, talk=talk), list(there.before)
        self._clear()
        return headed(Heading(talk, there.signal)) if there.signal else None


def sharing(talk: Conversation, other: Conversation) -> Conversation:
    """``talk`` with the facts and the safety that became known on the ``other`` track."""
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
    )
    return talk.having(answers)
