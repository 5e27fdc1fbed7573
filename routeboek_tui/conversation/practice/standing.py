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
        yield from _played(words, each, exercises)
    right = sum(each.right for each in progress.drilled)
    yield Line(filled(words.progress_drill, len(progress.drilled), right), Tone.HEAD)
    if progress.drilled:
        last = max(each.at for each in progress.drilled)
        yield Line(filled(words.progress_last, dates.write(last.date())))
    if due:
        yield Line(filled(words.progress_due, due))
    if weak:
        yield Line(words.progress_weak)
        yield from (Line(each, Tone.ITEM) for each in weak)


def _played(words: Words, each: Played, exercises: Mapping[str, Exercise]) -> Iterator[Line]:
    """A case that was played: how it went, where it went wrong, and what it teaches."""
    found = exercises.get(each.exercise)
    day = dates.write(each.at.date())
    said = filled(
        words.progress_case, found.title if found else each.exercise, each.right, each.of, day
    )
    if each.partly:
        said = f"{said}; {filled(words.progress_partly, each.partly)}"
    yield Line(said, Tone.ITEM)
    for head, names in ((words.progress_traps, each.traps), (words.progress_wrong, each.wrong)):
        if names:
            yield Line(filled(head, "; ".join(dict.fromkeys(names))), Tone.SUB)
    if found and (each.traps or each.wrong):
        yield Line(filled(words.progress_lesson, found.teaches), Tone.SUB)


def page(words: Words, name: str, lines: Sequence[Line]) -> Document:
    """The progress of ``name`` on one page, for a mentor."""
    blocks: list[Block] = []
    items: list[tuple[Run, ...]] = []
    for line in (*lines, Line(words.who_sees, Tone.MUTED)):
        run = (Run(line.text),)
        if line.tone is Tone.ITEM:
            items.append(run)
            continue
        if line.tone is Tone.SUB and items:
            items[-1] = (Run(f"{items[-1][0].text}\n{line.text}"),)
            continue
        if items:
            blocks.append(Items(ordered=False, items=tuple(items)))
            items = []
        blocks.append(Heading(1, run) if line.tone is Tone.HEAD else Paragraph(run))
    return Document(filled(words.paper_title, name), words.paper_notice, tuple(blocks))
