"""What every test shares: the real guide, a fixed day, and folders away from this computer."""

import gc
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

import routeboek_tui.search.compiled as search_compiled
from routeboek_tui import memory
from routeboek_tui.core.letter import Letter
from routeboek_tui.letters import template
from routeboek_tui.library import cache as cache_of_the_guide
from routeboek_tui.library import compiled
from routeboek_tui.library.content import Library
from tests.known import guide
from tests.practising import Practice, place
from tests.settling import settle

if TYPE_CHECKING:
    from xdist.scheduler import WorkStealingScheduling

ROOT = Path(__file__).resolve().parent.parent
SHARED = "gedeeld"
MAKE_ALL = """
from routeboek_tui.library.compiled import load
from routeboek_tui.library.sentences import ASKED, SAID
from routeboek_tui.search.compiled import ear, index

library = load()
ear(SAID)
ear(ASKED)
index(library)
"""
MADE = pytest.StashKey[subprocess.Popen[bytes]]()
MOST_LEFT = 1_000_000
"""Things that tests may leave behind before memory is given back."""

hypothesis.settings.register_profile(
    "routeboek", derandomize=True, deadline=None, database=None, print_blob=False
)
hypothesis.settings.load_profile("routeboek")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing"
    )


def pytest_configure() -> None:
    """Let nothing of where the tests run make them fail or slow."""
    _end_by_a_signal()
    _compile_once()
    settle()
    memory.settled = lambda: None
    for module in (compiled, search_compiled):
        module.stored = _stored
    compiled._signature = _signature


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> "WorkStealingScheduling":
    """Where tests run beside each other, files stay together and no one ends up waiting."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Where tests run beside each other, what takes seconds is made once, while they are sought."""
    config = session.config
    if "PYTEST_XDIST_WORKER" not in os.environ and config.getoption("numprocesses", None):
        base: Path = config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
        known = os.environ | {"XDG_CACHE_HOME": str(base / SHARED)}
        command = [sys.executable, "-c", MAKE_ALL]
        config.stash[MADE] = subprocess.Popen(command, cwd=ROOT, env=known)


def pytest_unconfigure(config: pytest.Config) -> None:
    """What is made is not waited for: who needs it first makes it as well."""
    if MADE in config.stash:
        config.stash[MADE].terminate()
        config.stash[MADE].wait()


def pytest_collection_finish() -> None:
    """What every test shares stays: no one looks there for memory to give back."""
    gc.collect()
    gc.freeze()
    gc.disable()


def pytest_runtest_teardown() -> None:
    """An app leaves many things behind that only know each other."""
    if gc.get_count()[0] > MOST_LEFT:
        gc.collect()


def _compile_once() -> None:
    """Let a Python that a test starts find its modules compiled, where none stand beside them."""
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        place = Path(tempfile.gettempdir()) / "routeboek-pycache"
        os.environ.setdefault("PYTHONPYCACHEPREFIX", str(place))


def _stored(file: Path, kind: type[Any]) -> Any:
    """What was kept in a file, decoded once for as long as the file stays as it is."""
    try:
        now = file.stat()
    except OSError:
        return cache_of_the_guide.stored(file, kind)
    return _decoded(file, kind, now.st_size, now.st_mtime_ns)


@cache
def _decoded(file: Path, kind: type[Any], *_: int) -> Any:
    return cache_of_the_guide.stored(file, kind)


_sign = compiled._signature


def _signature(root: Path) -> str:
    """The name of the files of a guide; those of the checkout stay as they are."""
    return _signed(compiled.date.today()) if root == ROOT else _sign(root)


@cache
def _signed(_: date) -> str:
    return _sign(ROOT)


def _end_by_a_signal() -> None:
    """Let what is started by a test end by a signal, also where the tests are in the background."""
    for name in ("SIGHUP", "SIGINT"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            with suppress(ValueError):
                signal.signal(number, signal.SIG_DFL)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    """The guide as it stands in the checkout, read from its files."""
    return guide()


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 11, 23)


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all tests, also of those that run beside each other: it only saves time."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / SHARED


@pytest.fixture(autouse=True)
def away_from_this_computer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shared_cache: Path
) -> None:
    """No test reads or writes the cache or the settings of who runs it."""
    home = tmp_path / "thuis"
    for name in (
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "LOCALAPPDATA",
        "APPDATA",
        "WIN_PD_OVERRIDE_LOCAL_APPDATA",
    ):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("XDG_CACHE_HOME", str(shared_cache))
    # Windows and macOS do not ask the environment, so the two calls themselves point away too.
    for name in ("user_cache_path", "user_config_path"):
        place = shared_cache / "routeboek" if name == "user_cache_path" else home / name
        monkeypatch.setattr(
            f"routeboek_tui.library.places.{name}", lambda *_, place=place, **__: place
        )


@pytest.fixture
def practice(library: Library, tmp_path: Path) -> Practice:
    """Makes a place to practise with three cases, whose progress stands in a folder of the test."""
    return partial(place, library, tmp_path / "oefenen")


@pytest.fixture(scope="session")
def facts_in_letter(library: Library) -> Callable[[Letter], tuple[str, ...]]:
    """The facts on which the text of a letter depends, by the names its template uses."""

    def facts(letter: Letter) -> tuple[str, ...]:
        from jinja2.meta import find_undeclared_variables

        names = find_undeclared_variables(template.environment().parse(letter.text))
        facts = template.fact_names(library.scheme.domains)
        found = {facts[name][0] for name in names & facts.keys()}
        for word in names & library.words.keys():
            found.update(fact for way in library.words[word] for fact in way.when)
        if template.SALUTATION in names and letter.pupil_too:
            found.add("leeftijd")
        return tuple(sorted(found))

    return facts
