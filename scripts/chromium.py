"""Find a Chromium for the smoke tests, or install one where that is allowed."""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALL = ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]
REMEDY = "install Chromium (Debian: apt-get install chromium) or name one in TP_CHROMIUM"


def find_or_install() -> str | None:
    """Return the path of a browser; None where there is none and none may be installed."""
    return find() or (_install() if _may_install() else None)


def find() -> str | None:
    """Return the browser that TP_CHROMIUM names, else the first on the PATH."""
    named = os.environ.get("TP_CHROMIUM")
    if named:
        return shutil.which(named)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _may_install() -> bool:
    return (
        not os.environ.get("TP_CHROMIUM")
        and hasattr(os, "geteuid")
        and os.geteuid() == 0
        and shutil.which("apt-get") is not None
    )


def _install() -> str | None:
    print("smoke: no Chromium found; installing it with apt-get (about 30 s)", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], INSTALL):
        subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
    return find()
