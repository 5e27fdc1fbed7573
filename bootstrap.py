"""Sets up the guide from a fresh checkout with nothing but Python, and opens or tests it.

    python bootstrap.py start [arguments of routeboek]
    python bootstrap.py test [arguments of pytest]

Both make an environment of their own in ``.venv`` from the hashed lock files; a
second run uses it again as long as the lock file is the same.
"""

import os
import subprocess
import sys
import venv
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
CHECKS = (
    ("-m", "ruff", "check", "."),
    ("-m", "ruff", "format", "--check", "."),
    ("-m", "mypy"),
    ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
    ("-m", "routeboek_tui", "controle"),
)


def prepare(lock: str) -> None:
    """Make the environment hold exactly what ``lock`` names, hashes checked."""
    wanted = sha256((HERE / lock).read_bytes()).hexdigest()
    mark = ENVIRONMENT / f"{lock}.installed"
    if mark.exists() and mark.read_text(encoding="ascii") == wanted:
        return
    print("De gids wordt klaargezet. Dit gebeurt alleen de eerste keer.", file=sys.stderr)
    if not PYTHON.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*install, "--require-hashes", "-r", lock)
    mark.write_text(wanted, encoding="ascii")


def run(*arguments: str) -> None:
    """Run the environment's Python in the checkout; stop with its exit code when it fails."""
    done = subprocess.run([str(PYTHON), *arguments], cwd=HERE, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def main(arguments: "list[str]") -> None:
    """Do what the first argument says."""
    if sys.version_info < (3, 11):
        raise SystemExit("Routeboek heeft Python 3.11 of nieuwer nodig.")
    command = arguments[0] if arguments else ""
    if command == "start":
        prepare("requirements.lock")
        run("-m", "routeboek_tui", *arguments[1:])
    elif command == "test":
        prepare("requirements-dev.lock")
        for check in CHECKS:
            run(*check)
        run("-m", "pytest", "-n", "auto", *arguments[1:])
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
