"""Processes of the race: each on a core of its own, spoken to by lines."""

import contextlib
import ctypes
import os
import select
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

SERVER_CORE = 0
GENERATOR_CORE = 1
FIRST = -19
PR_SET_PDEATHSIG = 1
CLOCK_TICKS = os.sysconf("SC_CLK_TCK")


class RaceError(RuntimeError):
    """A contender that did not do what it was asked; the message says what to look at."""


class Process:
    """A child on one core, with its output read line by line and its complaints kept."""

    def __init__(self, command: Sequence[str], core: int, environment: dict[str, str]) -> None:
        self._command = command
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `end`
        self._child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            env=os.environ | environment,
            start_new_session=True,
            preexec_fn=_placed(core),  # noqa: PLW1509 - the race has one thread
        )
        self._unread = b""
        self.pid = self._child.pid

    def say(self, line: str) -> None:
        assert self._child.stdin is not None
        self._child.stdin.write(f"{line}\n".encode())
        self._child.stdin.flush()

    def signal(self, number: int) -> None:
        self._child.send_signal(number)

    def hear(self, start: str, seconds: float) -> str:
        """Return the next line that begins with `start`, without that.

        Raises:
            RaceError: it ended, or said nothing of the kind in time.
        """
        deadline = time.monotonic() + seconds
        while True:
            line = self._line(deadline)
            if line.startswith(start):
                return line[len(start) :]

    def processor_s(self) -> float:
        """Return the processor time that all of its threads have used."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS

    def memory_kib(self) -> int:
        """Return its resident memory."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0])

    def wait(self, seconds: float) -> None:
        self._child.wait(seconds)

    def end(self) -> None:
        self._child.kill()
        self._child.wait()
        for stream in (self._child.stdin, self._child.stdout, self._complaints):
            with contextlib.suppress(BrokenPipeError):
                if stream is not None:
                    stream.close()

    def _line(self, deadline: float) -> str:
        assert self._child.stdout is not None
        while b"\n" not in self._unread:
            left = deadline - time.monotonic()
            readable, _, _ = select.select([self._child.stdout], [], [], max(0, left))
            received = os.read(self._child.stdout.fileno(), 65_536) if readable else b""
            if not received:
                raise RaceError(self._trouble("ended" if readable else "gave no answer in time"))
            self._unread += received
        line, _, self._unread = self._unread.partition(b"\n")
        return line.decode()

    def _trouble(self, what: str) -> str:
        self._complaints.seek(0)
        said = self._complaints.read().decode(errors="replace")[-2_000:]
        return f"{' '.join(self._command)} {what}; it said: {said or 'nothing'}"


def _placed(core: int) -> Callable[[], None]:
    libc = ctypes.CDLL(None)

    def place() -> None:
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        os.sched_setaffinity(0, {core % (os.cpu_count() or 1)})
        # What else runs on this machine shall not choose the winner; not everybody may ask so.
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, 0, FIRST)
            # Where the kernel weighs sessions against each other, that counts within one only.
            Path("/proc/self/autogroup").write_text(str(FIRST))

    return place
