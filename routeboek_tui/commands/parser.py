"""argparse in Dutch: its own words, its errors, and the nearest name for one it does not know."""

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from routeboek_tui.commands.refusal import Exit, printable
from routeboek_tui.text.spelling import suggestion

_TRANSLATED = (
    (r"the following arguments are required: (.*)", r"dit ontbreekt: \1"),
    (r"unrecognized arguments: (.*)", r"dit is onbekend: \1"),
    (r"argument (\S+): expected one argument", r"zet een waarde achter \1"),
    (r"argument (\S+): expected at least one argument", r"zet een of meer waarden achter \1"),
    (r"argument (\S+): ignored explicit argument (.*)", r"\1 heeft geen waarde: \2"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 gaat niet samen met \2"),
    (r"argument (\S+): (.*)", r"\1: \2"),
    (r"ambiguous option: (\S+) could match (.*)", r"\1 kan meer betekenen: \2"),
    (r"one of the arguments (.*) is required", r"geef een van deze: \1"),
)


class _Help(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Dutch and never guesses at abbreviations."""

    def __init__(self, **keywords: Any) -> None:
        super().__init__(
            **{"formatter_class": _Help, **keywords}, add_help=False, allow_abbrev=False
        )
        self._positionals.title = "wat je opgeeft"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", "--hulp", action="help", help="toon deze hulp en stop")

    def error(self, message: str) -> NoReturn:
        """Say in Dutch what is wrong, and leave with the code for wrong use."""
        for pattern, dutch in _TRANSLATED:
            message, found = re.subn(f"^{pattern}$", dutch, message)
            if found:
                break
        self.print_usage(sys.stderr)
        sys.stderr.write(f"{self.prog}: {printable(message)}\n")
        sys.exit(Exit.WRONG_USE)

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As argparse does, with a suggestion for an option that is nearly right."""
        known, unknown = super().parse_known_args(args, namespace)
        options = [o for o in unknown if o.startswith("--")]
        if options and self._subparsers is None:
            near = suggestion(options[0].partition("=")[0], self._option_string_actions)
            self.error(f"unrecognized arguments: {' '.join(unknown)}.{near}")
        return known, unknown

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        names = [str(choice) for choice in action.choices]
        near = suggestion(str(value), names)
        kind = "opdracht" if isinstance(action, argparse._SubParsersAction) else "keuze"
        message = f"de {kind} “{value}” bestaat niet.{near} Kies uit: {', '.join(names)}."
        raise argparse.ArgumentError(None, message)
