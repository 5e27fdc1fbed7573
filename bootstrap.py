"""Sets up the guide from a fresh checkout with nothing but Python, and opens or tests it.

    python bootstrap.py start [arguments of routeboek]
    python bootstrap.py test [arguments of pytest]

Both make an environment of their own in ``.venv`` from the hashed lock files; a
second run uses it again as long as the lock file is the same. What was cut short,
or broke since, is made anew.
"""

import errno
import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = ("requirements.lock", "requirements-dev.lock")
LOG = ENVIRONMENT / "installatie.log"
PROBE = (
    "import sys, importlib.util as u; sys.prefix == sys.base_prefix and sys.exit(1);"
    "print('%d.%d' % sys.version_info[:2], 'pip' if u.find_spec('pip') else '')"
)
CHECKS = (
    ("-m", "ruff", "check", "."),
    ("-m", "ruff", "format", "--check", "."),
    ("-m", "mypy"),
    ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
    ("-m", "routeboek_tui", "controle"),
)
OLDEST = (3, 11)

TOO_OLD = (
    "Routeboek heeft Python 3.11 of nieuwer nodig. Dit is Python {}.{}.\n"
    "Haal een nieuwere op www.python.org/downloads en start daarmee opnieuw."
)
INCOMPLETE = (
    "In deze map ontbreekt {}. De map is niet helemaal gekopieerd of uitgepakt.\n"
    "Haal de map opnieuw op: {}"
)
PREPARING = "De gids wordt klaargezet. Dat duurt ongeveer een minuut, alleen de eerste keer."
CUT_SHORT = "Afgebroken. De volgende keer maakt de gids het klaarzetten vanzelf opnieuw af."
NO_NETWORK = (
    "De gids kan de onderdelen die hij nodig heeft niet ophalen. Is er internet?\n"
    "Dat is alleen de eerste keer nodig. Maak verbinding en start opnieuw."
)
FULL = "De schijf is vol. Er is ongeveer 300 MB nodig in {}.\nMaak ruimte en start opnieuw."
NO_WRITING = (
    "De gids mag niets schrijven in {}.\n"
    "Sluit de gids als hij nog open is, of zet de map ergens waar dat wel mag."
)
NO_VENV = (
    "Deze Python kan geen eigen omgeving maken: het onderdeel venv ontbreekt of past niet.\n"
    "Installeer het (op Debian en Ubuntu: sudo apt install python3-venv) en start opnieuw."
)
BAD_PLACE = "In deze map kan Python geen omgeving maken: {}\nZet de map ergens anders."
NO_WHEEL = (
    "Voor deze computer of deze Python bestaat een onderdeel niet: {}.\n"
    "Neem Python 3.11, 3.12 of 3.13 van www.python.org en start opnieuw. Meer staat in {}"
)
CHANGED = (
    "Wat werd opgehaald, is niet wat de makers vastlegden. Er is niets van gebruikt.\n"
    "Start opnieuw op een ander netwerk. Blijft dit zo, meld het dan. Meer staat in {}"
)
FAILED = (
    "Het klaarzetten is niet gelukt.\nStart opnieuw. Lukt het weer niet, meld dan wat staat in {}"
)

SIGNS = (
    (("No space left", "Disk quota exceeded", "not enough space"), FULL),
    (("DO NOT MATCH THE HASHES",), CHANGED),
    (
        ("NewConnectionError", "ConnectTimeout", "ReadTimeout", "Read timed out", "ProxyError",
         "SSLError", "Connection aborted", "Connection reset", "ConnectionResetError",
         "name resolution", "getaddrinfo", "Network is unreachable", "HTTP error",
         "HTTPSConnectionPool", "IncompleteRead"),
        NO_NETWORK,
    ),
    (("Permission denied", "Read-only file system", "Access is denied"), NO_WRITING),
)  # fmt: skip
"""What pip says, and what that means."""

SYSTEM = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EACCES: NO_WRITING,
    errno.EPERM: NO_WRITING,
    errno.EROFS: NO_WRITING,
}
"""What the system says by number, and what that means."""


class Trouble(Exception):
    """Why the guide cannot be got ready, in Dutch and for its user."""


def prepare(lock: str) -> None:
    """Make the environment hold exactly what ``lock`` names, hashes checked.

    :raises Trouble: when that cannot be done
    """
    for needed in (lock, "routeboek_tui"):
        if not (HERE / needed).exists():
            raise Trouble(INCOMPLETE.format(needed, HERE))
    if ready(lock, probe()):
        return
    try:
        with alone() as held:
            found = probe()
            if ready(lock, found):
                return
            print(PREPARING, file=sys.stderr, flush=True)
            # Without a mark it may be half made: pip takes a package that is half there for whole.
            if not (found.endswith("pip") and any(ready(each, found) for each in LOCKS)):
                anew()
            install(lock, held)
            mark(lock).write_text(sealed(lock, probe()), encoding="ascii")
    except OSError as error:
        raise Trouble(SYSTEM.get(error.errno or 0, FAILED).format(HERE)) from error


def probe() -> str:
    """The version of the environment's Python, and whether pip is there; "" if it does not run."""
    if not PYTHON.exists():
        return ""
    try:
        done = subprocess.run(
            [str(PYTHON), "-I", "-c", PROBE], capture_output=True, check=False, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return "" if done.returncode else done.stdout.decode("ascii", "replace").strip()


def mark(lock: str) -> Path:
    """The file that says, as the very last, that ``lock`` is installed."""
    return ENVIRONMENT / f"{lock}.installed"


def sealed(lock: str, found: str) -> str:
    """What stands in the mark of ``lock`` under the Python that was ``found``."""
    version = found.partition(" ")[0]
    return f"{sha256((HERE / lock).read_bytes()).hexdigest()} {version}"


def ready(lock: str, found: str) -> bool:
    """Whether the environment holds what ``lock`` names."""
    try:
        return bool(found) and mark(lock).read_text(encoding="ascii") == sealed(lock, found)
    except (OSError, ValueError):
        return False


@contextmanager
def alone() -> "Iterator[tuple[int, ...]]":
    """Wait until no other start is at work here; pip holds on to it even when we are killed."""
    with open(__file__, "rb") as file:
        try:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        except (ImportError, OSError):
            yield ()
        else:
            yield (file.fileno(),)


def anew() -> None:
    """Make an empty environment in the place of what was there."""
    if ENVIRONMENT.is_symlink() or ENVIRONMENT.is_file():
        ENVIRONMENT.unlink()
    elif ENVIRONMENT.exists():
        shutil.rmtree(str(ENVIRONMENT))
    try:
        import venv

        venv.create(str(ENVIRONMENT), with_pip=True)
    except ImportError as error:
        raise Trouble(NO_VENV) from error
    except subprocess.CalledProcessError as error:
        said = (error.output or b"").decode("utf-8", "replace")
        raise Trouble(explained(said, NO_VENV)) from error
    except ValueError as error:
        raise Trouble(BAD_PLACE.format(error)) from error


def install(lock: str, held: "tuple[int, ...]") -> None:
    """Let pip install what ``lock`` names; what it said is kept when it fails."""
    if mark(lock).exists():
        mark(lock).unlink()
    command = [str(PYTHON), "-I", "-m", "pip", "install", "--disable-pip-version-check",
               "--no-input", "--retries", "2", "--require-hashes", "-r", lock]  # fmt: skip
    done = subprocess.run(
        command, cwd=str(HERE), check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env=dict(os.environ, PIP_USER="0"), pass_fds=held,
    )  # fmt: skip
    if done.returncode:
        said = done.stdout.decode("utf-8", "replace")
        LOG.write_text(said, encoding="utf-8")
        raise Trouble(explained(said))


def explained(said: str, otherwise: str = FAILED) -> str:
    """What went wrong, from what pip or the system ``said``."""
    for signs, words in SIGNS:
        if any(sign in said for sign in signs):
            return words.format(LOG if words == CHANGED else HERE)
    for line in said.splitlines():
        _, found, which = line.partition("No matching distribution found for ")
        if found:
            return NO_WHEEL.format(which.partition(" ")[0], LOG)
    return otherwise.format(LOG)


def run(*arguments: str) -> None:
    """Run the environment's Python in the checkout; stop with its exit code when it fails."""
    done = subprocess.run([str(PYTHON), *arguments], cwd=str(HERE), check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def become(*arguments: str) -> None:
    """Go on as the guide, in the folder where the user stands; its paths are meant from there."""
    # Without -P a file in that folder could take the name of a module.
    command = [str(PYTHON), "-P", "-m", "routeboek_tui", *arguments]
    here = dict(os.environ, PYTHONPATH=str(HERE))
    if os.name != "nt":
        os.execve(command[0], command, here)
    process = subprocess.Popen(command, env=here)
    while True:
        try:
            raise SystemExit(process.wait())
        except KeyboardInterrupt:
            # The guide hears it too, and says itself what there is to say.
            continue


def end(number: int, _: object) -> None:
    """A signal ends the start: what runs for it is stopped as well."""
    raise SystemExit(128 + number)


def main(arguments: "list[str]") -> None:
    """Do what the first argument says."""
    if sys.version_info < OLDEST:
        raise SystemExit(TOO_OLD.format(*sys.version_info[:2]))
    command = arguments[0] if arguments else ""
    if command not in ("start", "test"):
        raise SystemExit(__doc__)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    try:
        if command == "start":
            prepare("requirements.lock")
            become(*arguments[1:])
        prepare("requirements-dev.lock")
        for check in CHECKS:
            run(*check)
        run("-m", "pytest", "-n", "auto", *arguments[1:])
    except Trouble as trouble:
        raise SystemExit(str(trouble)) from None
    except KeyboardInterrupt:
        print("\n" + CUT_SHORT, file=sys.stderr)
        raise SystemExit(130) from None


if __name__ == "__main__":
    main(sys.argv[1:])
