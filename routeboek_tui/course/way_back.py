"""The questions that led to a door, asked again when the last of them is taken back."""

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import Chosen, Unknown
from routeboek_tui.conversation.hearing.move import Answer
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.course.candidates import Candidates, Contradicted, OnTheWay, hearing
from routeboek_tui.course.exchanges import Exchange
from routeboek_tui.course.frames import Frame


def way_back(talk: Conversation, opening: Exchange, arrived: Conversation) -> list[Frame]:
    """The questions beside the route between ``talk``, where a story was told, and the door.

    ``opening`` is that story and what it was taken for; what was answered on the way is known at
    ``arrived``. The last of the questions is the one that was answered last.
    """
    found: list[Frame] = []
    frame: object = hearing(talk, opening.own)
    while isinstance(frame, Contradicted | Candidates | OnTheWay) and frame not in found:
        found.append(frame)
        answer = _said(frame, opening, arrived)
        if answer is None:
            break
        frame = frame.answered(answer)
    return found


def _said(
    frame: Contradicted | Candidates | OnTheWay, opening: Exchange, arrived: Conversation
) -> Answer | None:
    """What was answered to ``frame``, ``None`` where that cannot be told."""
    if isinstance(frame, Candidates):
        signals = (each.signal for each in frame.found.candidates)
        return next((Chosen((s.id,)) for s in signals if s.title == opening.said), None)
    fact = frame.fact if isinstance(frame, Contradicted) else frame.question.fact
    value = arrived.answers.facts.get(fact, "")
    if value == UNKNOWN:
        return Unknown()
    return Chosen((value,)) if value else None
