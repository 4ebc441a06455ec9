"""Adds to what is built what lies outside this folder: the user interface and the licences."""

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
        ui = PACKAGED_UI if in_wheel else "src" / PACKAGED_UI
        licences = Path(f"{self._distribution}.dist-info/licenses") if in_wheel else Path()
        sources = {self._built_ui(): ui}
        sources |= {self._outside(name): licences / name for name in LICENCES}
        build_data["force_include"] |= {str(file): str(to) for file, to in sources.items()}

    def _built_ui(self) -> Path:
        unpacked = Path(self.root, "src", PACKAGED_UI)
        built = unpacked if unpacked.is_dir() else Path(self.root, "../frontend/dist")
        if not (built / "index.html").is_file():
            raise FileNotFoundError(
                "the user interface is not built, and a package without it would serve none:"
                " run `make wheel` at the root of the repository"
            )
        return built

    def _outside(self, name: str) -> Path:
        here = Path(self.root, name)
        return here if here.is_file() else Path(self.root, "..", name)

    @property
    def _distribution(self) -> str:
        return f"{self.metadata.name.replace('-', '_')}-{self.metadata.version}"
