"""What starting costs, told by the modules that are imported: their number grows before the time.

Seconds are measured in docs/reports/start-time.md; a test that counts them fails on a busy machine.
"""

import subprocess
import sys

SETTINGS = {"annotated_types", "dotenv", "pydantic", "pydantic_core", "pydantic_settings"}
TYPES = {"typing_extensions", "typing_inspection"}
PRODUCT = ("trading_api.models.", "trading_api.modules.")


def imported(module: str) -> list[str]:
    """Return what a new interpreter holds more, once it has imported `module`."""
    program = f"import sys; old = set(sys.modules); import {module}; print(*set(sys.modules) - old)"
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def packages(names: list[str]) -> set[str]:
    tops = {name.partition(".")[0] for name in names}
    return {top for top in tops if not top.startswith("_")} - set(sys.stdlib_module_names)


def test_the_package_itself_imports_nothing() -> None:
    names = imported("trading_api")

    assert packages(names) == {"trading_api"}
    assert len(names) <= 5


def test_the_command_line_imports_settings_alone() -> None:
    names = imported("trading_api.cli")

    assert packages(names) <= {"trading_api"} | SETTINGS | TYPES
    assert len(names) <= 400


def test_the_app_imports_no_more_than_it_serves_with() -> None:
    names = imported("trading_api.main")

    assert not packages(names) & {
        "duckdb",
        "httpx2",
        "hypothesis",
        "pytest",
        "uvloop",
        "websockets",
    }
    # A stream or module more brings files of its own, and nothing foreign.
    shared = [name for name in names if not name.startswith(PRODUCT)]
    assert len(shared) <= 795
