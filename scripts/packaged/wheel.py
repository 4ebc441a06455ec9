"""Builds what is installed. `python -m packaged.wheel FOLDER` is `make wheel`."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BACKEND = ROOT / "backend"
WEATHER = BACKEND / "tests" / "packages" / "weather"


class BuildFailed(Exception):
    """The build backend refused; the message is what it said."""


def build(project: Path, folder: Path, target: str = "wheel") -> Path:
    """Build the `project` into `folder` and return the file.

    Raises:
        BuildFailed: it cannot be built, for example without the user interface.
    """
    command = [sys.executable, "-m", "hatchling", "build", "--target", target]
    done = subprocess.run(
        [*command, "--directory", str(folder.absolute())],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    last_line = done.stdout.strip().splitlines()[-1]
    if done.returncode:
        raise BuildFailed(last_line)
    return folder / Path(last_line).name


def unpack(sdist: Path, folder: Path) -> Path:
    """Unpack an sdist and return the project's folder."""
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    return folder / sdist.name.removesuffix(".tar.gz")


def contents(wheel: Path) -> dict[str, bytes]:
    """Return the files of a wheel by name."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main(folder: str) -> int:
    try:
        wheel = build(BACKEND, Path(folder))
    except BuildFailed as failed:
        print(f"wheel: {failed}", file=sys.stderr)
        return 1
    print(f"wheel: {wheel} ({wheel.stat().st_size:,} bytes)")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
