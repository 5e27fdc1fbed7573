"""What stands beside the route and answers nothing: looking up, letters, who watches, undoing."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.enquiry.book_view import page_named
from routeboek_tui.conversation.enquiry.subjects import Before
from routeboek_tui.conversation.hearing.among import read_among
from routeboek_tui.conversation.hearing.as_told import still_open
from routeboek_tui.conversation.hearing.matching import lead_of
from routeboek_tui.conversation.hearing.meanings import Asked, AskedUnknown, Unknown
from routeboek_tui.conversation.hearing.mistaken import mistaken
from routeboek_tui.conversation.hearing.move import Answer, read
from routeboek_tui.conversation.hearing.placed import restated
from routeboek_tui.conversation.hearing.reported import named, reports, sounding
from routeboek_tui.conversation.hearing.told_here import for_later, to_come
from routeboek_tui.conversation.questions import is_question, told_and_asked
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.safety import Alarm
from routeboek_tui.conversation.telling.measure import OF_DAY
from routeboek_tui.conversation.triage.begin import known_in
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.safety import Manner
from routeboek_tui.core.said import Said
from routeboek_tui.course import places, sentences
from routeboek_tui.course.candidates import (
    Candidates,
    OnTheWay,
    hearing,
    other_school,
    said_of,
    what_is_so,
)
from routeboek_tui.course.command import letter_named, letter_near
from routeboek_tui.course.frames import Frame
from routeboek_tui.course.letter.drafting import Drafting, why_locked
from routeboek_tui.course.sentences import shown
from routeboek_tui.course.standing import Moment
from routeboek_tui.course.tracks import Tracks, sharing
from routeboek_tui.course.turn import (
    Aside,
    Leave,
    Open,
    Part,
    Passage,
    Places,
    Reply,
    Stop,
    Tone,
    View,
    Words,
)
from routeboek_tui.course.way_back import way_back
from routeboek_tui.text.characters import plain, plain_name

if TYPE_CHECKING:
    from routeboek_tui.course.letter.paper import Paper

UNDONE = "Het laatste antwoord is weg."
NO_LETTER = "Er is geen brief “{}”.{} Typ brieven voor de lijst."


class Beside(Tracks):
    """A talk, with what stands beside its route."""

    def look(self, place: str, typed: str = "") -> Reply:
        """What stands at a place of the guide, in short."""
        return self._beside(typed, places.passage(self.talk, place))

    def search(self, words: str) -> Reply:
        """The places of the guide that fit ``words``, to pick from."""
        return (self._marked(places.sought(self.talk, words)),)

    def asked_between(self, line: str) -> Reply:
        """The answer to ``line`` where it is a question, whatever is asked now; else nothing."""
        match read_among(self.talk, line, ()):
            case Asked(page):
                return self._wondered(line, page)
            case AskedUnknown():
                return self._wondered(line)
        return ()

    def draft(self, letter: str) -> Drafting:
        """The letter with this id, to fill in.

        On the route on which it has its ground, where that was an earlier one.

        :raises KeyError: when there is no such letter
        """
        found = self.talk.library.letters[letter]
        legs = (self.talk, *reversed(self.talk.earlier))
        leg = next((each for each in legs if found in each.letters), self.talk)
        if self.held:
            return self.held.draft(found)
        return Drafting(leg, found, self.values)

    def advice_paper(self) -> "Paper":
        """The advice as it is now, to save or copy."""
        from routeboek_tui.conversation.advice.sequel import sequels
        from routeboek_tui.course.letter.paper import Paper
        from routeboek_tui.export.advice import document

        return Paper(document(self.talk.view, sequels(self.talk)), "advies")

    def _wondered(self, typed: str, page: str = "") -> Reply:
        """A question in between."""
        return self._beside(typed, places.answer(self.talk, typed, page, self._said_before))

    @property
    def _said_before(self) -> Before:
        """What was typed and told before what is asked now."""
        spoken = self._moment.spoken
        typed = (*spoken.stories, *spoken.own.values())
        told = (part for each in self.asides for part in each.reply)
        places = [part.view.place for part in told if isinstance(part, Passage)]
        return Before(tuple(filter(None, reversed(typed))), places[-1] if places else "")

    def _asks(self, line: str) -> bool:
        """Whether ``line`` asks something, and is no answer or command as a whole."""
        said, asked, language = plain(line), self.asked, self.talk.library.language
        offered = asked.options if asked else ()
        labels = {plain_name(name) for o in offered for name in (o.label, *o.synonyms)}
        if not said or said in labels or said in language.commands or self._place(line):
            return False
        if said in language.yes | language.no:
            return False
        # "Hebben we al gedaan" begins as a question does.
        tells = reports(line, language) and not line.rstrip().endswith("?")
        return is_question(line, language) and not tells

    def _so(self, line: str) -> Reply:
        """What is so, where a line says otherwise and no doors were found that tell it."""
        newest = self._frames[-1] if self._frames else None
        if isinstance(newest, Candidates) and newest.typed == line.strip():
            return ()
        found = mistaken(self.talk.library, line, known_in(self.talk))
        return tuple(Words(each) for each in what_is_so(self.talk, found))

    def _told_and_asked(self, line: str) -> tuple[str, str] | None:
        """What ``line`` answers or says is done, and what it asks then; ``None`` for any other.

        Without a "ja" or "nee" what stands before a question may be what that is about.
        """
        language = self.talk.library.language
        told, asked = told_and_asked(line, language)
        if not told or self._frames or self.talk.flow.route == TRIAGE:
            return None
        if safety.alarm(self.talk, line):
            return None
        understood = read(self.talk, told)
        leads = lead_of(plain(told).partition(" ")[0], language)
        answers = leads and isinstance(understood, Answer) and not isinstance(understood, Unknown)
        says = reports(told, language)
        return (told, asked) if answers or (says and named(self.talk, told)) else None

    def _unanswered(self, line: str, reply: Reply) -> Reply:
        """The answer to a question, where ``reply`` holds none and the talk goes on."""
        if safety.signs(self.talk):  # while others watch nothing of it is shown
            return ()
        answered = (Passage, Places, Open, Stop)
        if any(isinstance(part, answered) or part == places.NOTHING for part in reply):
            return ()
        return self._wondered(line)

    def _looked_for(self, typed: str, *, surely: bool = False) -> Reply:
        """The answer to words that can be meant to search with, and fit nothing else.

        With ``surely`` only the one place that answers.
        """
        found = places.looked_for(self.talk, typed)
        told = found and (isinstance(found, Passage) or not surely)
        return self._beside(typed, found) if found and told else ()

    def _no_answer(self, text: str, besides: Said, *, surely: bool) -> Reply:
        """What is told of a line that answers nothing, but says something: what became of that."""
        talk, language = self.talk, self.talk.library.language
        told = not (self._frames or is_question(text, language))
        if told and for_later(talk, besides):
            return (Words(sentences.KEPT, Tone.HEARD),)
        if told and (known := said_of(talk, restated(talk, text))):
            return tuple(Words(each, Tone.HEARD) for each in known)
        if told and (left := self._still_open(text) or self._sounds_open(text)):
            return left
        if told and reports(text, language):
            return notes(sentences.NO_DEED)
        if told and to_come(talk, text):
            return notes(sentences.NOT_YET)
        return self._looked_for(text, surely=surely)

    def _still_open(self, text: str) -> Reply:
        """What stays to be done of what a line says nobody did yet, also where the walk goes on."""
        if self._frames or self.talk.flow.route == TRIAGE:
            return ()
        talk, left = still_open(self.talk, text)
        if left:
            self._moment = replace(self._moment, talk=talk)
        return notes(sentences.STILL_OPEN.format(", ".join(left))) if left else ()

    def _sounds_open(self, text: str) -> Reply:
        """The same of the one deed that a line sounds like, and that it says is not done."""
        sound = sounding(self.talk, text)
        return (
            notes(sentences.STILL_OPEN.format(sound.deed.kort)) if sound and not sound.done else ()
        )

    def _other_school(self, frame: Frame, text: str) -> bool:
        """Whether ``text`` says another kind of school than was told, so that it is asked."""
        other = other_school(frame, text)
        if other:
            self._push(other)
        return other is not None

    def _ahead(self, text: str) -> str:
        """What is told of a day ahead where no day is asked; "" for any other line."""
        asked = self.asked
        days = asked is None or self._frames or asked.fact or asked.dated or asked.policy in OF_DAY
        return sentences.NOT_YET if not days and to_come(self.talk, text) else ""

    def _beside(self, typed: str, part: Part) -> Reply:
        if isinstance(part, Passage | Places):
            self._asides[self._key] = (*self.asides, Aside(typed, (part,)))
        return (self._marked(part),)

    def _place(self, text: str) -> str:
        """The place of the mark that was typed, or ""."""
        return self._marks.get(text.strip(" .)").casefold(), "")

    def _marked(self, part: Part) -> Part:
        shown = part.places if isinstance(part, Places) else ()
        self._marks = {each.mark: each.place for each in shown}
        return part

    def _book(self, name: str) -> Reply:
        """The contents of the book, a page by name, or a search where no page is called so."""
        if not name:
            return (Open(View.BOOK),)
        page = page_named(Reader.within(self.talk), name)
        return (Open(View.BOOK, f"boek:{page}"),) if page else (Open(View.SEARCH, name),)

    def _letter_named(self, name: str) -> Reply:
        """A letter by its number among those ready, its id or its title."""
        letter = letter_named(self.talk, name)
        if letter is None:
            return notes(NO_LETTER.format(shown(name), letter_near(self.talk, name)))
        locked = why_locked(self.talk, letter)
        return notes(f"{letter.title}. {locked}") if locked else (Open(View.LETTER, letter.id),)

    def _watched(self, manner: Manner) -> Reply:
        """Others are watching, or nobody is any more. Undoing does not undo this."""
        self._clear()
        self._moment = replace(self._moment, talk=safety.in_manner(self.talk, manner))
        said = safety.QUIET if manner is Manner.QUIET else safety.ALOUD
        return (Words(said, Tone.TOLD),)

    def sound(self, alarm: Alarm) -> None:
        """Take note of danger that was heard where others watch; the line itself is not kept."""
        self._moment = replace(self._moment, talk=safety.sounded(self.talk, alarm, ""))

    def _undo(self) -> Reply:
        if self._frames:
            left = self._frames.pop()
            self._question = None
            if isinstance(left, Candidates | OnTheWay) and not self._frames and self._told_again:
                self._back()
            return ()
        undone = self._moment
        if self._back():
            self._reopen(undone)
            return (Words(UNDONE, Tone.TOLD),)
        return self._changed_track() if self._other else (Leave(),)

    def _reopen(self, undone: Moment) -> None:
        """Ask the last question on the way to a door again, where going through it is undone."""
        told = undone.spoken.opening[len(self._moment.spoken.opening) :]
        if told and self.talk.flow.route == TRIAGE:
            self._frames = way_back(self.talk, told[0], undone.talk)

    @property
    def _told_again(self) -> bool:
        """Whether the talk stands where it does only to ask again what its story is about."""
        now = self._moment.spoken.opening
        return bool(self._before) and len(self._before[-1].spoken.opening) > len(now)

    def _story_again(self) -> None:
        """Ask again what the story is about; what is known of the pupil stays."""
        told = self._moment.spoken.opening[-1]
        before = (m for m in reversed(self._before) if told not in m.spoken.opening)
        there = next(before, Moment(self.fresh))
        self._go(sharing(there.talk, self.talk), there.spoken)
        self._push(hearing(self.talk, told.own))

    @abstractmethod
    def _changed_track(self) -> Reply:
        """Go on with the track that waits."""


def notes(*sentences: str) -> Reply:
    """Why nothing changed."""
    return tuple(Words(each) for each in sentences)
