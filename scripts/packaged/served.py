"""A server of an installation, in a process of its own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .address import Address, address_of
from .installation import NOBODY, Installation

STOP_LIMIT_S = 25
SAYS = "Trading Pro is on "


@dataclass(frozen=True)
class Served:
    """A server that listens, the folder of its data, and where it writes its errors."""

    process: "subprocess.Popen[str]"
    address: Address
    data_dir: Path
    log: Path

    @property
    def rss_bytes(self) -> int:
        pages = Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def end(self) -> int:
        """Ask it to end and return its exit code."""
        self.process.terminate()
        return self.process.wait(STOP_LIMIT_S)


@contextmanager
def served(installation: Installation, **settings: str) -> Iterator[Served]:
    """Serve on a free port with the given `TP_*` and other variables; killed in the end."""
    data_dir = Path(tempfile.mkdtemp(dir=installation.home))
    if os.geteuid() == 0:
        os.chown(data_dir, NOBODY, NOBODY)
    log = data_dir / "stderr"
    given = {"TP_PORT": "0", "TP_DATA_DIR": str(data_dir), **settings}
    with log.open("w") as errors, subprocess.Popen(
        [installation.command, "serve"], stdout=subprocess.PIPE, stderr=errors, text=True,
        **installation.as_user(**given),
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line.startswith(SAYS), log.read_text(encoding="utf-8")
            url = line.removeprefix(SAYS).split()[0]
            yield Served(process, address_of(url), data_dir, log)
        finally:
            process.kill()
    shutil.rmtree(data_dir)
