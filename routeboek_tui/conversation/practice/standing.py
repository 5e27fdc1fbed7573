"""How far somebody is who practises: the lines on the screen, and the page for a mentor."""

from collections.abc import Iterator, Mapping, Sequence

from routeboek_tui.conversation.practice.sheet import Line, Tone
from routeboek_tui.library.exercise import Exercise
from routeboek_tui.library.practice_words import Words, filled
from routeboek_tui.library.progress import Played, Progress
from routeboek_tui.text import dates
from routeboek_tui.text.document import Block, Document, Heading, Items, Paragraph, Run


def standing(
    words: Words,
    progress: Progress,
    exercises: Mapping[str, Exercise],
    *,
    due: int,
    weak: Sequence[str],
) -> Iterator[Line]:
    """The progress in lines; ``due`` short questions come back now, ``weak`` go wrong most."""
    if not (progress.played or progress.drilled):
        yield Line(words.progress_empty)
        return
    yield Line(filled(words.progress_cases, len(progress.played)), Tone.HEAD)
    for each in progress.played:
        yield Line(_played(words, each, exercises), Tone.ITEM)
    right = sum(each.right for each in progress.drilled)
    yield Line(filled(words.progress_drill, len(progress.drilled), right), Tone.HEAD)
    if due:
        yield Line(filled(words.progress_due, due))
    if weak:
        yield Line(words.progress_weak)
        yield from (Line(each, Tone.ITEM) for each in weak)


def _played(words: Words, each: Played, exercises: Mapping[str, Exercise]) -> str:
    title = exercises[each.exercise].title if each.exercise in exercises else each.exercise
    day = dates.write(each.at.date())
    said = filled(words.progress_case, title, each.right, each.of, day)
    if each.partly:
        said = f"{said}; {filled(words.progress_partly, each.partly)}"
    traps = ", ".join(each.traps)
    return f"{said}; {filled(words.progress_traps, traps)}" if traps else said


def page(words: Words, name: str, lines: Sequence[Line]) -> Document:
    """The progress of ``name`` on one page, for a mentor."""
    blocks: list[Block] = []
    items: list[tuple[Run, ...]] = []
    for line in (*lines, Line(words.who_sees, Tone.MUTED)):
        run = (Run(line.text),)
        if line.tone is Tone.ITEM:
            items.append(run)
            continue
        if items:
            blocks.append(Items(ordered=False, items=tuple(items)))
            items = []
        blocks.append(Heading(1, run) if line.tone is Tone.HEAD else Paragraph(run))
    return Document(filled(words.paper_title, name), words.paper_notice, tuple(blocks))
