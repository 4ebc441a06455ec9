"""Adds to what is built what lies outside this folder: the user interface and the licences."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Where site.py looks; an sdist holds it at this place of its own source.
PACKAGED_UI = Path("trading_api/ui")
LICENCES = ("LICENSE", "NOTICE")


class OutsideFiles(BuildHookInterface[Any]):
    """Takes them from the repository; where an sdist was unpacked, from that."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files to a wheel or an sdist; an editable install reads them where they are.

        Raises:
            FileNotFoundError: the user interface was not built.
        """
        if version == "editable":
            return
        in_wheel = self.target_name == "wheel"
        licences = Path(f"{self._distribution}.dist-info/licenses") if in_wheel else Path()
        places = {self._outside(name): licences / name for name in LICENCES}
        places |= dict(self._ui(PACKAGED_UI if in_wheel else "src" / PACKAGED_UI))
        build_data["force_include"] |= {str(file): str(place) for file, place in places.items()}

    def _ui(self, place: Path) -> Iterator[tuple[Path, Path]]:
        """Yield each file and where it goes; in an sdist they are among the sources already."""
        if Path(self.root, "src", PACKAGED_UI, "index.html").is_file():
            return
        built = Path(self.root, "../frontend/dist")
        if not (built / "index.html").is_file():
            raise FileNotFoundError(
                "the user interface is not built, and a package without it would serve none:"
                " run `make wheel` at the root of the repository"
            )
        for file in sorted(built.rglob("[!.]*")):
            if file.is_file():
                yield file, place / file.relative_to(built)

    def _outside(self, name: str) -> Path:
        here = Path(self.root, name)
        return here if here.is_file() else Path(self.root, "..", name)

    @property
    def _distribution(self) -> str:
        return f"{self.metadata.name.replace('-', '_')}-{self.metadata.version}"
