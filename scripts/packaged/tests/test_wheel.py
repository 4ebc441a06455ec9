"""What is in the wheel, what is not, and that an sdist makes the same one."""

import json
import re
from importlib.metadata import version
from pathlib import Path
from shutil import copy, copytree

import pytest
from packaged.wheel import BACKEND, ROOT, BuildFailed, build, contents, unpack

Files = dict[str, bytes]
RECORD = f"trading_pro-{version('trading-pro')}.dist-info/RECORD"


@pytest.fixture(scope="module")
def files(wheel: Path) -> Files:
    return contents(wheel)


def test_the_user_interface_is_inside_as_it_was_built(files: Files) -> None:
    built = ROOT / "frontend" / "dist"
    pages = [path for path in built.rglob("*") if path.is_file() and path.name != ".built"]

    assert {name for name in files if name.startswith("trading_api/ui/")} == {
        f"trading_api/ui/{path.relative_to(built)}" for path in pages
    }


def test_licences_are_inside(files: Files) -> None:
    licences = {name.rpartition("/")[2] for name in files if "/licenses/" in name}

    assert licences == {"LICENSE", "NOTICE"}


def test_the_licence_of_each_bundled_package_is_inside(files: Files) -> None:
    project = json.loads((ROOT / "frontend" / "package.json").read_text())
    # `vue` itself only passes on what its parts, @vue/..., bring; the hash is the broker
    # service's, which no screen uses yet.
    used = project["dependencies"].keys() - {"vue", "@noble/hashes"}

    named = re.findall(r"^## (\S+) - ", files["trading_api/ui/licenses.md"].decode(), re.MULTILINE)

    assert used <= set(named)


def test_no_tests_are_inside(files: Files) -> None:
    assert [name for name in files if "/tests/" in name or "/test_" in name] == []


@pytest.mark.parametrize("place", [ROOT, Path.home()], ids=["repository", "home"])
def test_nothing_inside_names_the_machine_that_built_it(files: Files, place: Path) -> None:
    named = f"{place}/".encode()

    assert [name for name, text in files.items() if named in text] == []


def test_an_sdist_builds_the_same_wheel(tmp_path: Path) -> None:
    project = unpack(build(BACKEND, tmp_path, "sdist"), tmp_path)

    files = contents(build(BACKEND, tmp_path))
    again = contents(build(project, tmp_path / "again"))

    assert [name for name in files.keys() | again.keys() if differs(name, files, again)] == []


def differs(name: str, one: Files, other: Files) -> bool:
    if name == RECORD:
        # The list of the files, in the order in which they were found.
        return set(one[name].splitlines()) != set(other[name].splitlines())
    return one.get(name) != other.get(name)


@pytest.mark.parametrize("target", ["wheel", "sdist"])
def test_nothing_is_built_without_the_user_interface(tmp_path: Path, target: str) -> None:
    project = tmp_path / "backend"
    copytree(BACKEND / "src", project / "src")
    for name in ("pyproject.toml", "hatch_build.py"):
        copy(BACKEND / name, project)

    with pytest.raises(BuildFailed, match=r"the user interface is not built.*make wheel"):
        build(project, tmp_path, target)
