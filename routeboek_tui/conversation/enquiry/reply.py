"""What the guide replies to a question that was typed: one passage, or the nearest few."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.enquiry.enquiry import Asking, Enquiry, Surety
from routeboek_tui.conversation.enquiry.passage_view import PassageView
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.safety import listened
from routeboek_tui.core.address import PAGE, STEP, Address
from routeboek_tui.core.facts import REGION, SECTOR
from routeboek_tui.library.danger import PAGE as DANGER
from routeboek_tui.library.general import mark
from routeboek_tui.library.language import Seeking
from routeboek_tui.library.reach import Asker, Far, route_reach
from routeboek_tui.search.attribute import asked_for, doer, holds, mentions
from routeboek_tui.search.sought import Sought
from routeboek_tui.text.characters import plain, words_in

CALLED = "telefoonnummer"
WRITTEN = ("mailadres", CALLED)
"""What is there for others, where a page has it and who asks does not see it."""

NUMBERS = f"{PAGE}:{DANGER}nummers"
"""The page with all numbers, which is asked for where there is no danger as well."""

OPENED = 2
"""Lines that are told of another part of a page."""


class Wanted(Struct, frozen=True):
    """The ``kind`` of thing that is asked for, and who is to do it, where that is somebody else."""

    kind: str
    doer: str
    seeking: Seeking

    def stands(self, lines: Sequence[str], sought: Sought) -> bool:
        """Whether a thing of this kind stands in ``lines``, in one that is about who does it."""
        if not (self.kind and self.doer):
            return self.holds(" ".join(lines))
        return any(self.holds(line) and self.about(line) and sought.about(line) for line in lines)

    def holds(self, text: str) -> bool:
        """Whether ``text`` has a thing of this kind."""
        return holds(self.kind, text, self.seeking)

    def mentioned(self, line: str) -> bool:
        """Whether ``line`` can tell that a thing of this kind is not there."""
        return mentions(self.kind, line, self.seeking)

    def about(self, line: str) -> bool:
        """Whether ``line`` can be about who is to do it."""
        return not (self.kind and self.doer) or self.doer in words_in(line)


class Reply(Struct, frozen=True):
    """What is told: of the one place that answers, or of the nearest few; see :class:`Asking`.

    ``lacks`` is the kind of thing that is asked for and stands in none of them, ``school`` the kind
    of school that is asked about and of which none of them tells.
    """

    told: tuple[PassageView, ...]
    surety: Surety
    unknown: tuple[str, ...] = ()
    lacks: str = ""
    school: str = ""


def reply(enquiry: Enquiry) -> Reply:
    """What a question is answered with, for who reads; of a story what it asks in the end."""
    reader, question, sought = enquiry.reader, enquiry.question, enquiry.sought
    found, asker = enquiry.about, reader.asker(question)
    seeking = reader.library.language.seeking
    wanted = Wanted(asked_for(enquiry.asked, seeking), doer(enquiry.asked, seeking), seeking)
    if wanted.kind == CALLED and _called(reader, question):
        return Reply((enquiry.view(NUMBERS),), Surety.SURE)
    if wanted.kind in WRITTEN and _of_others(enquiry, wanted):
        wanted = Wanted("", "", seeking)
    strange = (each for each in found.unknown if not _of_pupil(each, question, reader))
    unknown = (*_elsewhere(reader, question), *strange)
    if found.surety is Surety.SURE and not unknown:
        view = enquiry.view(found.places[0])
        other = _other_school(reader, question, view)
        if _answers(view, sought, wanted) and not other and not _outside(reader, asker, view):
            return Reply((view,), Surety.SURE)
        found = replace(found, surety=Surety.NEAREST)
    places = sorted(_calm(reader, found, question), key=distance(reader, asker))
    told = _speaking([enquiry.view(place) for place in places], sought)
    speaking = [view for view in told if not view.silent]
    one = speaking[0] if found.named and len(speaking) == 1 else None
    if one and _answers(one, sought, wanted) and not _other_school(reader, question, one):
        return Reply((one,), Surety.SURE)
    having = [view for view in told if _has(view, sought, wanted)]
    if not having and wanted.kind:
        # Only part of a page is told: before it is said to lack something all of it is weighed.
        told = tuple(_opened(enquiry, view, wanted) for view in told)
    if told and told[0] not in having and not wanted.stands(told[0].short, sought):
        told = (*having, *(view for view in told if view not in having))
    lacks = wanted.kind if wanted.kind and not _anywhere(enquiry, told, wanted) else ""
    school = _other_school(reader, question, told[0]) if told else ""
    outside = told and all(_outside(reader, asker, view) for view in told)
    absent = lacks or unknown or school or outside
    return Reply(told, Surety.ABSENT if absent else found.surety, unknown, lacks, school)


def _of_pupil(word: str, question: str, reader: Reader) -> bool:
    """Whether ``word`` is the name of a pupil of whom ``question`` tells: "jayden is weer ziek"."""
    first, verb, *_ = (*words_in(question), "", "")
    return word == first and verb in reader.library.language.finite


def _called(reader: Reader, question: str) -> bool:
    """Whether ``question`` names one of the numbers to call."""
    said = f" {plain(question)} "
    numbers = reader.library.numbers.values()
    return any(f" {plain(name)} " in said for each in numbers for name in each.names)


def _speaking(views: Iterable[PassageView], sought: Sought) -> tuple[PassageView, ...]:
    """The first of ``views``, and those of the others that say something to who asks.

    Each page once, and none that is silent before one that tells of what is sought.
    """
    every = list({view.place: view for view in reversed([*views])}.values())[::-1]
    if every and every[0].silent:
        every.sort(key=lambda view: view.silent or not sought.about(" ".join(view.short)))
    return tuple(view for n, view in enumerate(every) if n == 0 or not view.silent)


def _of_others(enquiry: Enquiry, wanted: Wanted) -> bool:
    """Whether the nearest places have a thing of this kind, and none of them for who asks."""
    places, index = enquiry.about.places, enquiry.index
    at = map(index.place, places)
    written = any(n is not None and wanted.holds(index.passages[n].text) for n in at)
    return written and not any(_has(enquiry.view(p), enquiry.sought, wanted) for p in places)


def _answers(view: PassageView, sought: Sought, wanted: Wanted) -> bool:
    """Whether a place says something to who asks, and has what is asked for, or says it is not."""
    if view.silent or not sought.given(" ".join(view.short)):
        return False
    denied = [line for line in view.short if sought.denied(line) and wanted.mentioned(line)]
    return wanted.stands(view.short, sought) or any(map(wanted.about, denied))


def _has(view: PassageView, sought: Sought, wanted: Wanted) -> bool:
    """Whether a place is about what is asked, and has the kind of thing that is asked for."""
    lines = (view.title, *view.short)
    return wanted.stands(lines, sought) and (not wanted.kind or sought.about(" ".join(lines)))


def _opened(enquiry: Enquiry, view: PassageView, wanted: Wanted) -> PassageView:
    """The same place, with first what is wanted, where that stands in another part of its page."""
    found = [line for line in enquiry.whole(view) if wanted.stands([line], enquiry.sought)]
    about = [line for line in found if enquiry.sought.about(f"{view.title} {line}")]
    first = tuple(line for line in about[:OPENED] if line not in view.short)
    return replace(view, short=(*first, *view.short))


def _anywhere(enquiry: Enquiry, told: Sequence[PassageView], wanted: Wanted) -> bool:
    """Whether what is wanted stands anywhere on the pages that are told, for who asks."""
    return any(wanted.holds(" ".join((*v.short, *enquiry.whole(v)))) for v in told)


def _other_school(reader: Reader, question: str, view: PassageView) -> str:
    """The kind of school in ``question`` that no route is for, where a place tells none of it."""
    known = reader.library.language.seeking.other_schools
    told = words_in(" ".join((view.title, *view.short)))
    return next((w for w in words_in(question) if w in known and w not in told), "")


def _elsewhere(reader: Reader, question: str) -> tuple[str, ...]:
    """The places in ``question`` of which no source tells, where it names none of ours."""
    names = reader.library.elsewhere
    found = tuple(word for word in words_in(question) if word in names)
    return () if REGION in reader.reaches.asked(question).facts else found


def _outside(reader: Reader, asker: Asker, view: PassageView) -> bool:
    """Whether no source is for who asks, and a place tells what one of them says."""
    regions, sectors = (asker.values.get(fact, frozenset()) for fact in (REGION, SECTOR))
    known = {sector for region in regions for sector in reader.library.sectors_in(region)}
    page = reader.library.pages.get(Address.read(view.place).name)
    general = page is not None and bool(mark(reader.library, page.sources))
    return bool(regions and sectors and known.isdisjoint(sectors)) and not general


def _calm(reader: Reader, found: Asking, question: str) -> Sequence[str]:
    """The places, without what to do in danger where none is heard."""
    calm = [
        each for each in found.places if not each.startswith(f"{PAGE}:{DANGER}") or each == NUMBERS
    ]
    return calm if calm and not listened(reader.library, question).kinds else found.places


def distance(reader: Reader, asker: Asker) -> Callable[[str], Far]:
    """How far a place is from who asks: a step of a route that is not theirs is far."""

    def far(place: str) -> Far:
        at = Address.read(place)
        if at.kind != STEP:
            return Far.OWN
        return asker.far(route_reach(reader.library, reader.at(at.name)[0]))

    return far
