"""The command ``routeboek wat-nu``: from what someone says to the route and step it begins at."""

import shlex
import unicodedata
from argparse import Namespace
from datetime import date
from typing import Any

from msgspec import Struct

from routeboek_tui.commands.options import add_facts, add_json
from routeboek_tui.commands.output import lines, write_json
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit, Refusal
from routeboek_tui.commands.walk import DANGER, conversation
from routeboek_tui.conversation.hearing.mistaken import MIND
from routeboek_tui.conversation.hearing.told import told
from routeboek_tui.conversation.safety import listened, naming
from routeboek_tui.conversation.triage.begin import Beginning, known_in
from routeboek_tui.conversation.triage.wat_nu import Beside, Candidate, Found, candidates
from routeboek_tui.core.facts import REGION, Situation
from routeboek_tui.core.flow import Jump
from routeboek_tui.export.advice import AVOID
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from routeboek_tui.library.danger import PAGE, Danger
from routeboek_tui.library.wording import fill_in
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.making import make_ready
from routeboek_tui.search.danger import called

UNSURE = "Het is niet zeker. Kies zelf welke past."

MOST = 1000
"""Characters of a sentence in which a route is sought; danger is heard in all of it."""


def add_options(made: Parser) -> None:
    """What can be given to it."""
    made.add_argument("zin", metavar="ZIN", nargs="+", help="wat je hoort of ziet")
    add_facts(made)
    add_json(made)


def run(options: Namespace) -> Exit:
    """``routeboek wat-nu``: the candidates, best first; nothing that fits gives code 1."""
    text = _sentence(" ".join(options.zin))
    library, out = load(), lines()
    if not options.json:
        make_ready(out, library)
    today = date.today()
    known = known_in(conversation(library, "triage", options.feit, (), today))
    # What was given beforehand goes before what the sentence says.
    heard_besides = told(text, library, known, today, unasked=True)
    also = heard_besides.facts
    also = {fact: value for fact, value in also.items() if fact not in known}
    known = {**also, **known}
    heard = listened(library, text)
    danger = [f"{DANGER}={kind}" for kind in heard.kinds[:1]]
    said = [f"{fact}={value}" for fact, value in also.items()]
    starting = Starting(library, today, (*options.feit, *said, *danger))
    found = candidates(library, text[:MOST], known, heard_besides)
    if options.json:
        calls = called(text, library.numbers.values(), library.calling)
        safety = {"kinds": heard.kinds, "sure": heard.sure, "called": calls, "words": heard.words}
        write_json({"sentence": text, "safety": safety, **_data(found, starting)})
        return Exit.DONE if found.anything or heard.kinds else Exit.FOUND
    kinds = [library.dangers[kind] for kind in heard.kinds]
    if kinds:
        out.say(f"{naming(kinds, sure=heard.sure)} Dat gaat voor.")
    for kind in kinds if heard.sure else ():
        _show_danger(out, kind)
    if not found.anything and kinds:
        out.say("Begin zo: routeboek gesprek")
        return Exit.DONE
    if len(text) > MOST:
        out.say(f"Dit is lang. Wij zoeken alleen met de eerste {MOST} tekens een route.")
    if not found.anything:
        out.say("Wij herkennen dit niet. Zeg het in andere woorden, of typ: routeboek gesprek")
        return Exit.FOUND
    _show_found(out, library, found, known)
    _how_to_begin(out, found, starting, known)
    return Exit.DONE


def _show_danger(out: Lines, danger: Danger) -> None:
    """What to do about a kind of danger, now and when one worries."""
    out.say(f"{danger.title}.")
    for heading, deeds in (
        ("Is er nu gevaar:", danger.now),
        ("Maak je je zorgen:", danger.worry),
        (AVOID, danger.avoid),
    ):
        out.say(heading)
        for deed in deeds:
            out.say(deed.words, "- ")
    out.say(
        "Dit is algemene informatie. De bronnen staan in het boek: "
        f"routeboek boek {PAGE}{danger.id}"
    )
    out.say()


def _sentence(typed: str) -> str:
    """What is told, on one line.

    :raises Refusal: when it is empty, or no text
    """
    if any(unicodedata.category(char) in {"Cs", "Co"} for char in typed):
        raise Refusal("Hier staan tekens in die geen tekst zijn. Typ het opnieuw.")
    kept = (" " if unicodedata.category(char)[0] == "C" else char for char in typed)
    text = " ".join("".join(kept).split())
    if not any(char.isalnum() for char in text):
        raise Refusal("Typ wat er aan de hand is, bijvoorbeeld: routeboek wat-nu steeds ziek")
    return text


class Starting(Struct, frozen=True):
    """What the command that begins somewhere must give along: the day, and what was given."""

    library: Library
    today: date
    given: tuple[str, ...]

    def command(self, at: Beginning) -> str:
        """The command that begins at a door, "" while that is not known."""
        door = Jump.read(at.door)
        if not door.step:
            return ""
        flow = self.library.behind(door, self.today)
        older = ["--editie", flow.edition] if self.library.older(flow, self.today) else []
        done = (word for each in at.done for word in ("--gedaan", each))
        facts = (word for fact in self.given for word in ("--feit", fact))
        words = ("--route", door.route, *older, "--vanaf", door.step, *done, *facts)
        return shlex.join(("routeboek", "gesprek", *words))

    def data(self, at: Beginning) -> dict[str, Any]:
        """Where something begins, as plain values with stable names."""
        return {
            "door": at.door,
            "route": at.route,
            "step": at.step,
            "done": list(at.done),
            "needs": list(at.needs),
            "command": self.command(at),
        }


def _how_to_begin(out: Lines, found: Found, starting: Starting, known: Situation) -> None:
    """The command that begins where the best candidate leads, or each where none is sure."""
    shown = found.candidates[:1] if _clear(found) else found.candidates
    asked = dict.fromkeys(each.needs[0] for each in shown if each.needs)
    for number, each in enumerate(shown, 1):
        at = f" bij {number}" if len(shown) > 1 else ""
        if each.door:
            out.say(f"Begin zo{at}: {starting.command(each.beginning)}")
    domains = starting.library.scheme.within(known)
    for fact in asked:
        out.say(f"Geef eerst op: --feit {fact}={'|'.join(domains[fact])}")


def _clear(found: Found) -> bool:
    return bool(found.candidates) and found.candidates[0].sure


def _data(found: Found, starting: Starting) -> dict[str, Any]:
    """What was found as plain values with stable names."""
    return {
        "referral": starting.data(found.referral) if found.referral else None,
        "together": [
            {"id": e.id, "title": e.title, "say": e.say, **starting.data(e.beginning)}
            for e in found.together
        ],
        "beliefs": [{"id": each.id, "say": each.say} for each in found.beliefs],
        "candidates": [
            {
                "signal": each.signal.id,
                "theme": each.signal.theme,
                "title": each.signal.title,
                "score": each.score,
                "sure": each.sure,
                **starting.data(each.beginning),
                "ask": list(each.ask),
                "notes": list(each.notes),
            }
            for each in found.candidates
        ],
    }


def _show_found(out: Lines, library: Library, found: Found, known: Situation) -> None:
    """Everything a sentence can be about: what goes together, and the candidates."""
    if found.referral:
        out.say(f"Voor deze regio is er geen route: {found.referral.step}.")
    for belief in found.beliefs:
        out.say(f"{MIND}: {fill_in(belief.say, library.words_in(known))}")
    for beside in found.together:
        out.say(f"Twee dingen tegelijk: {beside.title}." if _two(library, beside) else beside.title)
        out.say(beside.say, "   ")
    if found.candidates and not _clear(found):
        out.say(UNSURE)
    for number, candidate in enumerate(found.candidates, 1):
        _show_candidate(out, library, candidate, f"{number}. ")
    region = known.get(REGION, "")
    if found.candidates and region and (note := library.facts[REGION].choices[region].note):
        out.say(note)


def _where(library: Library, candidate: Candidate) -> str:
    """Where a candidate begins, or what must be known for that."""
    if candidate.door:
        return candidate.begins
    names = [library.facts[fact].title.lower() for fact in candidate.needs]
    return f"eerst nodig: {', '.join(names)}"


def _show_candidate(out: Lines, library: Library, candidate: Candidate, lead: str) -> None:
    out.say(f"{candidate.signal.title} ({_where(library, candidate)})", lead)
    indent = " " * len(lead)
    for each in candidate.ask:
        out.say(f"Vraag eerst: {each}", indent)
    for each in candidate.notes:
        out.say(f"Let op: {each}", indent)


def _two(library: Library, beside: Beside) -> bool:
    return len(library.together[beside.id].of) > 1
