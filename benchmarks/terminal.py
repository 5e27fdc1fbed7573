"""A program in a terminal of its own, timed from outside (POSIX only)."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from msgspec import Struct, field


class Terminal(Struct, dict=True):
    """One run of ``command`` in a pseudo-terminal of ``columns`` by ``rows``."""

    command: Sequence[str]
    columns: int = 80
    rows: int = 24
    environment: dict[str, str] = field(default_factory=dict)

    def __enter__(self) -> "Terminal":
        """Start the program."""
        self._ours, theirs = pty.openpty()
        size = struct.pack("HHHH", self.rows, self.columns, 0, 0)
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, size)
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment.update(self.environment)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            self.command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment,
            start_new_session=True, cwd=Path(__file__).resolve().parent.parent,
        )  # fmt: skip
        os.close(theirs)
        self.shown = b""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop the program if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._ours)

    def wait_for(self, text: str, seconds: float = 30.0) -> float:
        """Seconds since the start (or the last key) until ``text`` was painted.

        :raises TimeoutError: when it is not painted in time
        """
        wanted = text.encode()
        end = time.perf_counter() + seconds
        while wanted not in self.shown:
            left = end - time.perf_counter()
            if left <= 0:
                raise TimeoutError(f"{text!r} was not painted: {self.shown[-2000:]!r}")
            if select.select([self._ours], [], [], left)[0]:
                try:
                    self.shown += os.read(self._ours, 65536)
                except OSError as error:
                    raise TimeoutError(f"ended before {text!r}: {self.shown[-2000:]!r}") from error
        return time.perf_counter() - self.started

    def press(self, keys: str) -> None:
        """Send keys, and start timing afresh."""
        self.shown = b""
        self.started = time.perf_counter()
        os.write(self._ours, keys.encode())

    def memory(self) -> int:
        """Resident memory in KiB."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        return 0

    def end(self, seconds: float = 60.0) -> int:
        """Wait for the program to end by itself, reading what it still prints."""
        end = time.perf_counter() + seconds
        while self.process.poll() is None and time.perf_counter() < end:
            if select.select([self._ours], [], [], 0.05)[0]:
                try:
                    os.read(self._ours, 65536)
                except OSError:
                    break
        return self.process.wait(timeout=5)
