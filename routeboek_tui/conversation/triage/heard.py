"""What a sentence sounds like it is about, among the signals whose words it has."""

from msgspec.structs import replace

from routeboek_tui.conversation.questions import is_question
from routeboek_tui.conversation.safety import listened
from routeboek_tui.conversation.telling.count import Part, counted, parts_of, with_another
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.core.said import What
from routeboek_tui.library.content import Library
from routeboek_tui.library.sentences import SAID
from routeboek_tui.library.signal import Signal
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.compiled import ear
from routeboek_tui.search.danger import ears
from routeboek_tui.search.hearing import ABSENCE, FAR, NOTHING, Fit, Heard, hear
from routeboek_tui.text.characters import bare_line, plain, words_in
from routeboek_tui.text.lately import lately

ASKED = 0.0
"""How far a label must lie above nothing, in a text that asks something and names nobody."""

FURTHER = 0.05
"""How far what is further on may lie below what a case begins with, and must lie above nothing, to
go before it."""

FEW = 3
"""Words in which nobody says how far a case has come besides what it is."""

BARE = 0.2
"""How far what a bare line can be about lies above nothing: plainly, and never surely."""

NAMED = 0.0
"""How far a second thought about a few words must lie above nothing."""

_KINDS = frozenset((What.UNAUTHORISED, What.LATE, What.SUSPENDED))
"""Absences that are no illness."""

_ABSENCES = frozenset(What) - {What.ELSE, What.AUTHORISED}


def heard_in(library: Library, text: str) -> Heard:
    """What is heard in ``text``: no thought about what it does not name, what is furthest first."""
    if bare := _bare(library, text):
        return bare
    heard = _told_only(library, _heard(library, text), text)
    few = len(words_in(text)) <= FEW
    return _begun_only(library, heard) if few else _furthest(library, heard)


def _bare(library: Library, text: str) -> Heard | None:
    """What a line can be about that says no more than that somebody is away, or has moved."""
    said = plain(text)
    of = (e.id for e in library.signals.values() if e.bare and pattern(e.bare).fullmatch(said))
    fits = tuple(Fit(label, BARE) for label in of)
    return Heard(fits) if fits else None


def several(library: Library, text: str) -> bool:
    """Whether ``text`` tells in more than one part."""
    _, parts = _parts(library, text)
    return sum(not (part.asks or part.has("denied")) for part in parts) > 1


@lately
def _heard(library: Library, text: str) -> Heard:
    """What the ear hears among the signals whose words the text has."""
    every, said = library.signals.values(), plain(text)
    themes = {each.id: each.theme for each in every}
    beside = frozenset(each.id for each in every if not each.goto)
    refused = bool(pattern(library.language.refusing).search(said))
    unsaid = frozenset(
        each.id for each in every if not _can_be_said(each, said) or (each.refuses and not refused)
    )
    counts = counted(*_parts(library, text), library.language.counting)
    told = {each.id for each in every if any(c.fits(n) for c in each.counted for n in counts)}
    lowest = ABSENCE if _names_absence(library, text) else NOTHING

    def listen(clauses: str) -> Heard:
        return hear(ear(SAID), clauses, themes, beside, unsaid, told, lowest)

    apart = _beside_danger(library, text)
    heard = listen(_not_denied(library, apart))
    if apart != text:
        heard = heard if heard.fits else listen(_not_denied(library, text))
        heard = replace(heard, clearly=False)
    least = NOTHING if _of_somebody(library, said) else ASKED
    faint = bool(heard.fits) and heard.fits[0].score < least
    if faint and is_question(text, library.language):
        heard = Heard()
    if heard.fits or not (rest := _not_asked(library, text)):
        return heard
    # A question can hide what is told beside it.
    return replace(listen(rest), clearly=False)


def _of_somebody(library: Library, said: str) -> bool:
    """Whether a sentence names somebody whose case it can be."""
    return bool(pattern(library.language.somebody).search(said))


def _names_absence(library: Library, text: str) -> bool:
    """Whether ``text`` names an absence, and somebody whose it can be."""
    _, parts = _parts(library, text)
    own = (part for part, another in with_another(parts) if not another)
    absent = any(_ABSENCES & part.names(What, part.start, part.end) for part in own)
    return absent and _of_somebody(library, plain(text))


def _beside_danger(library: Library, text: str) -> str:
    """``text``, or of one that surely tells of danger what it tells besides, "" where nothing."""
    heard = listened(library, text)
    return ears().beside(text) if heard.kinds and heard.sure else text


def _can_be_said(signal: Signal, said: str) -> bool:
    """Whether a sentence has a word that a signal needs, and none that excludes it."""
    has = not signal.words or pattern(signal.words).search(said)
    return bool(has) and not (signal.unless and pattern(signal.unless).search(said))


def _not_denied(library: Library, text: str) -> str:
    """``text`` without the clauses that only deny something, where another tells something."""
    told, parts = _parts(library, text)
    denies = pattern(library.language.only_denies)
    clauses = [told[part.start : part.end] for part in parts]
    kept = [each for each in clauses if not denies.fullmatch(" ".join(words_in(each)))]
    return "".join(kept) if any(map(words_in, kept)) and len(kept) < len(clauses) else text


def _not_asked(library: Library, text: str) -> str:
    """``text`` without its clauses that ask something; "" where none does."""
    told, parts = _parts(library, text)
    kept = [told[part.start : part.end] for part in parts if not part.asks]
    return "".join(kept) if len(kept) < len(parts) else ""


@lately
def _parts(library: Library, text: str) -> tuple[str, tuple[Part, ...]]:
    """``text`` in figures, and its parts."""
    told = in_figures(bare_line(text), library.language.counting)
    return told, parts_of(told, library.language)


def _told_only(library: Library, heard: Heard, text: str) -> Heard:
    """What was heard, without thoughts about what the text does not name."""
    signals = library.signals
    _, every = _parts(library, text)
    parts = [part for part in every if not part.has("denied")]
    denied = {mark.name for part in every if part.has("denied") for mark in part.marks}
    named = {"", *(mark.name for part in parts for mark in part.marks)}
    kept = [fit for fit in heard.fits if signals[fit.label].named in named]
    # What is not named does not lead where another kind of absence is, nor what is only denied.
    out = denied | ({*What} - named if named & _KINDS else set())
    first = [fit for fit in heard.fits[:1] if not kept or signals[fit.label].named not in out]
    fits = tuple(dict.fromkeys((*first, *kept)))
    left = {fit.label for fit in heard.fits} - {fit.label for fit in fits}
    of_others = {part for part, another in with_another(every) if another}
    names = {mark.name for part in parts if part not in of_others for mark in part.marks}
    by_name = [x.label for x in fits if names & {each.what for each in signals[x.label].counted}]
    return replace(
        heard,
        fits=fits,
        clearly=heard.clearly and bool(fits) and fits[0].score >= FAR,
        apart=tuple(x for x in (*heard.apart, *by_name) if x not in left),
    )


def _begun_only(library: Library, heard: Heard) -> Heard:
    """What was heard in a few words: beside what a case begins with, only what is heard as well.

    So few words say what there is, and not what was done about it.
    """
    signals, fits = library.signals, heard.fits
    if not fits or not signals[fits[0].label].counted:
        return heard
    beside = (fit for fit in fits[1:] if fit.score >= NAMED)
    begun = (fit for fit in beside if signals[fit.label].counted or not signals[fit.label].stands)
    return replace(heard, fits=(fits[0], *begun))


def _furthest(library: Library, heard: Heard) -> Heard:
    """What was heard, where the case stands before what it began with: how often, how long.

    Who tells how a case went begins with what was counted, and ends with where it stands now.
    """
    signals, fits = library.signals, heard.fits
    if not fits or not signals[fits[0].label].counted:
        return heard
    first = signals[fits[0].label]
    for fit in fits[1:]:
        each = signals[fit.label]
        further = each.theme == first.theme and not each.counted and each.stands
        if further and fit.score >= max(FURTHER, fits[0].score - FURTHER):
            return replace(heard, fits=(fit, *(other for other in fits if other is not fit)))
    return heard
