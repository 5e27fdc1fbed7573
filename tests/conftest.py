"""What every test shares: the real guide, a fixed day, and folders away from this computer."""

import gc
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache, partial
from hashlib import sha256
from itertools import count
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

import hypothesis
import msgspec
import pytest

import routeboek_tui.search.compiled as search_compiled
from routeboek_tui import memory
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.letter import Letter
from routeboek_tui.letters import template
from routeboek_tui.library import cache as cache_of_the_guide
from routeboek_tui.library import compiled, places
from routeboek_tui.library.content import Library
from tests import ears
from tests.known import guide
from tests.practising import Practice, place
from tests.settling import settle
from tests.walks_as_data import walked, walks

if TYPE_CHECKING:
    from xdist.scheduler import WorkStealingScheduling

ROOT = Path(__file__).resolve().parent.parent
SHARED = "gedeeld"
BUSY = "bezig"
KEPT = 6
"""Folders of made things that stay: as many as one has checkouts, about."""

LONGEST = 120
"""Seconds that is waited at most for what is being made; who has waited so long makes it."""

MAKE_ALL = """
import sys
from pathlib import Path

from routeboek_tui.library.compiled import load
from routeboek_tui.search.compiled import index, make
from tests.ears import keep

keep(Path(sys.argv[2]))
try:
    library = load()
    index(library)
    make()
finally:
    Path(sys.argv[1]).unlink(missing_ok=True)
"""
MADE = pytest.StashKey[subprocess.Popen[bytes]]()
ELSEWHERE = (
    "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA",
)  # fmt: skip
"""Where the system says the folders of a user are; the cache is one for all tests."""

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


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Let nothing of where the tests run make them fail or slow."""
    _end_by_a_signal()
    _compile_once()
    _stay_away(config)
    settle()
    memory.settled = lambda: None
    for module in (compiled, search_compiled):
        module.stored = _stored
    ears.keep(_ears(config))
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
        busy = _of_the_run(config) / BUSY
        busy.touch()
        _throw_away_old(_shared(config))
        command = [sys.executable, "-c", MAKE_ALL, str(busy), str(_ears(config))]
        config.stash[MADE] = subprocess.Popen(command, cwd=ROOT)


def pytest_unconfigure(config: pytest.Config) -> None:
    """What is still being made is of no use any more."""
    if MADE in config.stash:
        config.stash[MADE].terminate()
        config.stash[MADE].wait()


def pytest_collection_finish() -> None:
    """What every test shares stays: no one looks there for memory to give back."""
    gc.collect()
    gc.freeze()
    gc.disable()


def pytest_runtest_teardown() -> None:
    """An app leaves many things behind that only know each other; what is left after all stays."""
    if gc.get_count()[0] > MOST_LEFT:
        gc.collect()
        gc.freeze()


def _throw_away_old(shared: Path) -> None:
    """What was made for code that is gone, is of no use."""
    shared.mkdir(exist_ok=True)
    os.utime(shared)
    for old in sorted(shared.parent.glob(f"{SHARED}-*"), key=lambda each: -each.stat().st_mtime)[
        KEPT:
    ]:
        shutil.rmtree(old, ignore_errors=True)


def _compile_once() -> None:
    """Let modules be kept compiled, of tests too, where none may stand beside them."""
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        place = Path(tempfile.gettempdir()) / "routeboek-pycache"
        sys.pycache_prefix = os.environ.setdefault("PYTHONPYCACHEPREFIX", str(place))
        sys.dont_write_bytecode = False


_PLACES = {"config": Path(), "cache": Path(), "busy": Path()}
"""Where the settings of this test stand, the cache of all, and a file while that is filled."""


def _stay_away(config: pytest.Config) -> None:
    """Let nothing be read or written in the cache of who runs the tests, nor while they are sought.

    Windows and macOS do not ask the environment, so the two calls themselves point away too.
    """
    _PLACES.update(cache=_shared(config) / "routeboek", busy=_of_the_run(config) / BUSY)
    places.user_cache_path = lambda *_, **__: _PLACES["cache"]  # type: ignore[assignment]
    places.user_config_path = lambda *_, **__: _PLACES["config"]  # type: ignore[assignment]
    os.environ["XDG_CACHE_HOME"] = str(_shared(config))
    _at_home(_base(config) / "thuis")


def _at_home(home: Path) -> None:
    for name in ELSEWHERE:
        os.environ[name] = str(home / name.lower())
    _PLACES["config"] = home / "user_config_path"


def _base(config: pytest.Config) -> Path:
    found: Path = config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    return found


def _of_the_run(config: pytest.Config) -> Path:
    """The folder of this run, which those that run beside each other share."""
    base = _base(config)
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def _shared(config: pytest.Config) -> Path:
    """One folder for every run of the same code; the guide is known there by its files."""
    return _of_the_run(config).parent / f"{SHARED}-{_code()}"


def _ears(config: pytest.Config) -> Path:
    """One folder for every run: an ear is known there by all it is made of."""
    return _of_the_run(config).parent / "oren"


@cache
def _code() -> str:
    code = sha256(f"{ROOT} {sys.version}".encode())
    for file in (ROOT / "requirements-dev.lock", *sorted((ROOT / "routeboek_tui").rglob("*.py"))):
        code.update(file.read_bytes())
    return code.hexdigest()[:16]


def _stored(file: Path, kind: type[Any]) -> Any:
    """What was kept in a file, decoded once for as long as the file stays as it is."""
    _wait_for(file)
    try:
        now = file.stat()
    except OSError:
        return cache_of_the_guide.stored(file, kind)
    return _decoded(file, kind, now.st_size, now.st_mtime_ns)


def _wait_for(file: Path) -> None:
    """What another process is making for all, is not made twice."""
    end = monotonic() + LONGEST
    while not file.exists() and _being_made(file) and monotonic() < end:
        sleep(0.05)


def _being_made(file: Path) -> bool:
    ours = file.parent == _PLACES["cache"] and _signature(ROOT) in file.name
    return ours and _PLACES["busy"].exists()


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
def moments(library: Library) -> list[tuple[str, Conversation]]:
    """Every walk at each of its questions and at its end; walks share what is the same."""
    found: list[tuple[str, Conversation]] = []
    known: dict[bytes, Conversation] = {}

    def see(walk: str, talk: Conversation) -> None:
        legs = [(each.flow.id, each.answers) for each in (*talk.earlier, talk)]
        found.append((walk, known.setdefault(msgspec.json.encode(legs), talk)))

    for walk in walks():
        see(walk.id, walked(library, walk, lambda talk, _, of=walk.id: see(of, talk)))
    return found


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 11, 23)


@pytest.fixture(scope="session")
def shared_cache(pytestconfig: pytest.Config) -> Path:
    """One cache for all tests, also of those that run beside each other: it only saves time."""
    return _shared(pytestconfig)


_NUMBERS = count(1)


@pytest.fixture(autouse=True)
def away_from_this_computer(request: pytest.FixtureRequest, shared_cache: Path) -> None:
    """No test reads or writes the cache or the settings of who runs it, nor those of another."""
    os.environ["XDG_CACHE_HOME"] = str(shared_cache)
    if "tmp_path" in request.fixturenames:
        _at_home(request.getfixturevalue("tmp_path") / "thuis")
    else:
        _at_home(_base(request.config) / f"thuis-{next(_NUMBERS)}")


@pytest.fixture
def practice(library: Library, tmp_path: Path) -> Practice:
    """Makes a place to practise with three cases, whose progress stands in a folder of the test."""
    return partial(place, library, tmp_path / "oefenen")


@pytest.fixture(scope="session")
def facts_in_letter(library: Library) -> Callable[[Letter], tuple[str, ...]]:
    """The facts on which the text of a letter depends, by the names its template uses."""
    known: dict[str, tuple[str, ...]] = {}

    def facts(letter: Letter) -> tuple[str, ...]:
        if letter.id not in known:
            known[letter.id] = found_in(letter)
        return known[letter.id]

    def found_in(letter: Letter) -> tuple[str, ...]:
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
