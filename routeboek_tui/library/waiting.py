"""Whether a question that waits for somebody says when to come back, and the other way round.

And whether what tells the answer to a question is there.
"""

from collections.abc import Iterator, Mapping

from routeboek_tui.core.flow import TRIAGE, Kind, Step
from routeboek_tui.library.flows import FlowFile
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.proofs import TextFile
from routeboek_tui.text.spelling import suggestion

NO_BACK = "De stap “{}” wacht. Zeg bij “back” wanneer de vraag te beantwoorden is."
NO_WAIT = (
    "De stap “{}” zegt bij “back” wanneer je terugkomt, maar wacht niet. Zet er waits: true bij, "
    "in de plaats van assume."
)
DECIDED = (
    "Bij “{}” beslist iemand. Zet er waits: true bij, in de plaats van assume: wie dat besluit nog "
    "niet kent, blijft hier."
)
NO_TOLD = "Bij “{}” noemt told van de stap “{}” de keuze “{}”, en die is er niet.{}"
NEVER = "De stap “{}” kan niet wachten: {}."
COUNTED, RESTS, QUICK, SILENT = (
    "daar wordt gerekend", "een uitkomst rust al", "de vraag is meteen te beantwoorden",
    "er wordt niets gevraagd",
)  # fmt: skip


def prove(flow_file: FlowFile, texts: Mapping[str, TextFile]) -> Iterator[Problem]:
    """What of the steps of a flow waits without saying so, or says so and cannot wait."""
    for step in flow_file.flow.steps.values():
        page, why = texts.get(step.id), never(step)
        line = flow_file.step_lines.get(step.id, 1)
        if message := _message(step, page, why, triage=flow_file.flow.route == TRIAGE):
            yield Problem(flow_file.file, line, message)
        for name, _, choice in (told.partition("=") for told in step.told):
            before = flow_file.flow.steps.get(name)
            choices = [each.id for each in before.choices] if before else []
            if choice and choice not in choices:
                near = suggestion(choice, choices)
                yield Problem(flow_file.file, line, NO_TOLD.format(step.id, name, choice, near))


def never(step: Step) -> str:
    """Why nobody is waited for at ``step``; "" where that can be."""
    if not step.asks:
        return SILENT
    if step.kind is Kind.OUTCOME:
        return RESTS
    return COUNTED if step.policy else QUICK if step.quick else ""


def _message(step: Step, page: TextFile | None, why: str, *, triage: bool) -> str:
    if step.waits and why:
        return NEVER.format(step.id, why)
    if step.kind is Kind.DECISION and step.asks and not (step.waits or why or triage):
        return DECIDED.format(step.id)
    if page is None:
        return ""
    if step.waits and not page.text.back:
        return NO_BACK.format(step.id)
    return NO_WAIT.format(step.id) if page.text.back and not (step.waits or why) else ""
