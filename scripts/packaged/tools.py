"""Programs of others that the proofs need: found, or unpacked where that takes no rights."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from .wheel import BACKEND

# What only root's PATH names is there for everybody.
PATH = f"{os.environ.get('PATH', '')}:/usr/sbin"
UNPACKED = BACKEND / ".venv" / "nginx"
# Debian and Ubuntu have had the program in one or the other.
NGINX_PACKAGES = ("nginx", "nginx-light")
REMEDIES = {
    "nginx": "install it (Debian: apt-get install nginx)",
    "openssl": "install it (Debian: apt-get install openssl)",
    "systemd-analyze": "install it (Debian: apt-get install systemd)",
}


def find(name: str) -> str | None:
    """Return the path of a program; None where there is none."""
    return shutil.which(name, path=f"{PATH}:{UNPACKED / 'usr' / 'sbin'}")


def find_or_unpack_nginx() -> str | None:
    """Return an nginx; where there is none, take Debian's without installing or starting it."""
    if find("nginx") is None and shutil.which("apt-get") and shutil.which("dpkg"):
        print(f"packaged: no nginx found; unpacking Debian's into {UNPACKED}", flush=True)
        if not any(_unpack(package) for package in NGINX_PACKAGES):
            _run(["apt-get", "update", "-q"])
            any(_unpack(package) for package in NGINX_PACKAGES)
    return find("nginx")


def _unpack(package: str) -> bool:
    with tempfile.TemporaryDirectory(prefix="nginx-") as name:
        folder = Path(name)
        _run(["apt-get", "download", "-q", package], folder)
        for archive in folder.glob("*.deb"):
            _run(["dpkg", "-x", str(archive), str(UNPACKED)])
    return find("nginx") is not None


def _run(command: list[str], folder: Path | None = None) -> None:
    """Run it; whether it did what was wanted is seen by what is there afterwards."""
    subprocess.run(command, cwd=folder, check=False, capture_output=True)
