"""``bootstrap.py``, in a small checkout with nothing to fetch: what breaks is healed or said."""

import ast
import errno
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUIDE = """\
import os, sys, time
try:
    print("gids", os.getcwd(), *sys.argv[1:], flush=True)
    time.sleep(60 if "wacht" in sys.argv else 0)
except KeyboardInterrupt:
    print("Afgebroken door de gids.", flush=True)
    sys.exit(130)
sys.exit(7 if "zeven" in sys.argv else 0)
"""
PREPARING = "De gids wordt klaargezet"


def checkout(folder: Path) -> Path:
    """A checkout with a guide that says where it stands, and locks that name nothing."""
    (folder / "routeboek_tui").mkdir(parents=True)
    shutil.copy(ROOT / "bootstrap.py", folder)
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (folder / lock).write_text(f"# {lock}\n", encoding="utf-8")
    (folder / "routeboek_tui/__init__.py").write_bytes(b"")
    (folder / "routeboek_tui/__main__.py").write_text(GUIDE, encoding="utf-8")
    return folder


def start(
    folder: Path, *arguments: str, cwd: Path | None = None, **environment: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(folder / "bootstrap.py"), "start", *arguments],
        cwd=cwd or folder, capture_output=True, text=True, timeout=120, check=False,
        env={**_plain(), **environment},
    )  # fmt: skip


def _plain() -> dict[str, str]:
    """The environment, in which what is compiled stands beside it: pip is a thousand files."""
    return {name: said for name, said in os.environ.items() if name != "PYTHONPYCACHEPREFIX"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with an environment that was made once."""
    folder = checkout(tmp_path_factory.mktemp("een map") / "de gids")
    done = start(folder)
    assert done.returncode == 0, done.stderr
    assert PREPARING in done.stderr
    return folder


@pytest.fixture
def ready(made: Path, tmp_path: Path) -> Path:
    """A copy of it elsewhere: a checkout that was moved."""
    copied(made, tmp_path / "verhuisde gids")
    return tmp_path / "verhuisde gids"


def copied(made: Path, folder: Path) -> None:
    """A copy of what was made; pip, which is a thousand files, is linked to."""

    def pip(where: str, names: list[str]) -> list[str]:
        return [name for name in names if "site-packages" in where and name.startswith("pip")]

    shutil.copytree(made, folder, symlinks=True, ignore=pip)
    for each in made.glob("**/site-packages/pip*"):
        (folder / each.relative_to(made)).symlink_to(each)


def module(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap_in_test", folder / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def test_the_guide_stands_where_the_user_stands(ready: Path, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "json.py").write_text("raise SystemExit('van iemand anders')")
    done = start(ready, "brief", "--uit", "a b.md", "zeven", cwd=tmp_path / "elders")
    assert done.stdout == f"gids {tmp_path / 'elders'} brief --uit a b.md zeven\n"
    assert (done.returncode, done.stderr) == (7, "")


def _no_python(environment: Path) -> None:
    for python in (environment / "bin").glob("python*"):
        python.unlink()


def _python_gone(environment: Path) -> None:
    _no_python(environment)
    (environment / "bin/python").symlink_to("/nergens/python3")


def _python_broken(environment: Path) -> None:
    _no_python(environment)
    (environment / "bin/python").write_bytes(b"\x7fELF kapot")
    (environment / "bin/python").chmod(0o755)


def _marks(environment: Path, write: Callable[[Path], object]) -> None:
    for file in environment.glob("*.installed"):
        write(file)


def _no_pip(environment: Path) -> None:
    for each in environment.glob("lib/*/site-packages/pip*"):
        each.unlink()
    _marks(environment, lambda file: file.write_text("een ander slot", encoding="ascii"))


def _file(environment: Path) -> None:
    shutil.rmtree(environment)
    environment.write_bytes(b"")


BREAKS: dict[str, Callable[[Path], object]] = {
    "no mark": lambda e: _marks(e, Path.unlink),
    "an empty mark": lambda e: _marks(e, lambda file: file.write_bytes(b"")),
    "a mark that is no text": lambda e: _marks(e, lambda file: file.write_bytes(b"\xff")),
    "another python": lambda e: _marks(e, lambda f: f.write_text(f.read_text()[:64] + " 3.10")),
    "no python": _no_python,
    "a python that is gone": _python_gone,
    "a python that is broken": _python_broken,
    "no pip": _no_pip,
    "no configuration": lambda e: (e / "pyvenv.cfg").unlink(),
    "nothing in it": lambda e: (shutil.rmtree(e), e.mkdir()),
    "a file": _file,
}


@pytest.fixture
def quick(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment is copied, which is what making one comes to, and faster."""

    def create(folder: str, *, with_pip: bool) -> None:
        assert with_pip
        copied(made / ".venv", Path(folder))
        _marks(Path(folder), Path.unlink)

    monkeypatch.setattr("venv.create", create)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("broken", BREAKS)
def test_a_broken_environment_is_made_anew(
    ready: Path, capfd: pytest.CaptureFixture[str], broken: str
) -> None:
    bootstrap = module(ready)
    BREAKS[broken](ready / ".venv")
    bootstrap.prepare("requirements.lock")
    assert PREPARING in capfd.readouterr().err
    bootstrap.prepare("requirements.lock")
    assert capfd.readouterr().err == ""
    assert start(ready).stdout == f"gids {ready}\n"


@pytest.mark.usefixtures("quick")
def test_a_link_is_replaced_and_what_it_leads_to_stays(ready: Path, tmp_path: Path) -> None:
    (tmp_path / "van mij").mkdir()
    (tmp_path / "van mij/bestand").write_bytes(b"x")
    shutil.rmtree(ready / ".venv")
    (ready / ".venv").symlink_to(tmp_path / "van mij")
    module(ready).prepare("requirements.lock")
    assert (tmp_path / "van mij/bestand").exists()
    assert not (ready / ".venv").is_symlink()


@pytest.mark.usefixtures("quick")
def test_the_other_lock_is_added_to_what_is_there(ready: Path) -> None:
    (ready / ".venv/van eerder").write_bytes(b"")
    bootstrap = module(ready)
    bootstrap.prepare("requirements-dev.lock")
    assert (ready / ".venv/van eerder").exists()
    assert all(bootstrap.ready(lock, bootstrap.probe()) for lock in bootstrap.LOCKS)


def begun(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(folder / "bootstrap.py"), "start", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def test_killed_half_way_the_next_start_works(tmp_path: Path) -> None:
    folder = checkout(tmp_path / "gids")
    program = begun(folder)
    while not (folder / ".venv/bin").exists():
        time.sleep(0.01)
    program.kill()
    program.communicate(timeout=60)
    done = start(folder)
    assert (done.returncode, done.stdout) == (0, f"gids {folder}\n"), done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_cut_short_while_it_is_got_ready_it_says_so(tmp_path: Path, number: signal.Signals) -> None:
    folder = checkout(tmp_path / "gids")
    program = begun(folder)
    while not (folder / ".venv/bin").exists():
        time.sleep(0.01)
    os.killpg(program.pid, number)
    _, err = program.communicate(timeout=60)
    assert program.returncode == 128 + number
    assert "Traceback" not in err
    assert number != signal.SIGINT or "Afgebroken. De volgende keer" in err
    assert not list((folder / ".venv").glob("*.installed"))


def test_a_second_start_waits_for_the_first(ready: Path) -> None:
    mark = ready / ".venv/requirements.lock.installed"
    kept = mark.read_bytes()
    with module(ready).alone():
        mark.unlink()
        program = begun(ready)
        with pytest.raises(subprocess.TimeoutExpired):
            program.wait(1)
        mark.write_bytes(kept)
    assert program.communicate(timeout=20) == (f"gids {Path.cwd()}\n", "")


def test_ctrl_c_is_answered_by_the_guide(ready: Path) -> None:
    program = begun(ready, "wacht")
    assert program.stdout is not None
    assert program.stdout.readline().startswith("gids")
    os.killpg(program.pid, signal.SIGINT)
    out, err = program.communicate(timeout=20)
    assert (program.returncode, out, err) == (130, "Afgebroken door de gids.\n", "")


NOWHERE = {
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_FIND_LINKS": "",
    "PIP_CONSTRAINT": "",
    "PIP_NO_CACHE_DIR": "1",
}


def test_without_a_network_it_says_so(ready: Path) -> None:
    lock = ready / "requirements.lock"
    lock.write_text(f"jinja2==3.1.6 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    done = start(ready, **NOWHERE)
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if PREPARING not in line] == [
        "De gids kan de onderdelen die hij nodig heeft niet ophalen. Is er internet?",
        "Dat is alleen de eerste keer nodig. Maak verbinding en start opnieuw.",
    ]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "De schijf is vol."),
        (errno.EACCES, "mag niets schrijven"),
        (errno.EROFS, "mag niets schrijven"),
        (errno.EIO, "niet gelukt"),
    ],
)
def test_what_the_system_refuses_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("venv.create", refused)
    with pytest.raises(SystemExit, match=words):
        module(checkout(tmp_path / "gids")).main(["start"])


def test_a_checkout_that_may_only_be_read_works_once_it_is_ready(ready: Path) -> None:
    for path in (ready, *ready.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)
    done = start(ready)
    for path in (ready, *ready.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | 0o200)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left", "vol"),
        ("WARNING: Retrying (Retry(total=1)) NewConnectionError\nNo matching distribution found "
         "for x", "internet"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "vastlegden"),
        ("ERROR: No matching distribution found for typst==0.15.2 (from -r x)", "typst==0.15.2"),
        ("[Errno 13] Permission denied: 'x'", "mag niets schrijven"),
        ("iets anders", "niet gelukt"),
    ],
)  # fmt: skip
def test_what_pip_says_is_said_in_words(said: str, words: str) -> None:
    told = module(ROOT).explained(said)
    assert words in told
    assert len(told.splitlines()) <= 3


@pytest.mark.parametrize("missing", ["requirements.lock", "routeboek_tui"])
def test_a_checkout_that_is_not_whole_says_what_lacks(tmp_path: Path, missing: str) -> None:
    folder = checkout(tmp_path / "gids")
    (folder / missing).rename(folder / "weg")
    done = start(folder)
    assert done.returncode == 1
    assert f"ontbreekt {missing}." in done.stderr


def test_a_python_without_venv_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "venv", None)
    with pytest.raises(SystemExit, match="sudo apt install python3-venv"):
        module(checkout(tmp_path / "gids")).main(["start"])


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    ast.parse((ROOT / "bootstrap.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    bootstrap = module(ROOT)
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 8, 10))
    with pytest.raises(SystemExit, match=r"Dit is Python 3\.8\."):
        bootstrap.main(["start"])


def test_without_a_command_it_says_which_there_are() -> None:
    with pytest.raises(SystemExit, match=r"bootstrap\.py start"):
        module(ROOT).main([])
