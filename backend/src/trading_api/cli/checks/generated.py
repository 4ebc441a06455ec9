"""Is what is generated current: routers, contract, TypeScript types, topics of both languages."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from trading_api.cli.source_tree import MODULES
from trading_api.shared.diagnostics import Check, Finding, failed, not_checked, ok
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.codegen import ensure_current
from trading_api.shared.ws.topics import canonical

ROUTERS = "Routers not generated"
TYPES = "Types don't compile"
UPDATES = "No updates received"
GENERATOR_LIMIT_S = 60


def checks(root: Path | None) -> list[Check]:
    """Return the checks of the source tree at `root`, each after what it is generated from."""

    def in_checkout(examine: Callable[[Path], Finding]) -> Callable[[], Finding]:
        return lambda: examine(root) if root else not_checked("there is no source tree here")

    return [
        Check(ROUTERS, "ws.py and ws_generated/ agree", _routers),
        Check(TYPES, "contract/ agrees with the models", in_checkout(_contract)),
        Check(TYPES, "TypeScript types agree with contract/", in_checkout(_types)),
        Check(TYPES, "names in mappers.ts", in_checkout(_mapper_names)),
        Check(UPDATES, "topics are built as contract/topics.json has them", in_checkout(_topics)),
    ]


def _routers() -> Finding:
    try:
        stale = ensure_current(MODULES, check=True)
    except ConfigurationError as refused:
        return failed(str(refused), "correct that line, then `make generate`")
    if stale:
        names = ", ".join(str(path.relative_to(MODULES)) for path in stale)
        return failed(f"out of date: {names}", "make generate")
    return ok("current")


def _contract(root: Path) -> Finding:
    from trading_api import contract
    from trading_api.cli.spec import contract_app

    stale = contract.stale(contract_app(), root / "contract")
    if stale:
        return failed(f"out of date: {', '.join(stale)}", "make generate")
    return ok("current")


def _types(root: Path) -> Finding:
    node, frontend = shutil.which("node"), root / "frontend"
    if node is None or not (frontend / "node_modules").is_dir():
        return not_checked("the generator is not installed", "make setup")
    done = subprocess.run(
        [node, "scripts/generate-ws-types.mjs", "--check"],
        cwd=frontend,
        capture_output=True,
        text=True,
        timeout=GENERATOR_LIMIT_S,
        check=False,
    )
    if done.returncode:
        said = done.stderr.splitlines()
        reason = next((line for line in said if "out of date" in line or "Error" in line), "failed")
        return failed(reason, "cd frontend && make generate-asyncapi-types")
    return ok("current")


def _mapper_names(root: Path) -> Finding:
    plugins = root / "frontend" / "src" / "plugins"
    mappers = plugins / "mappers.ts"
    if not mappers.is_file():
        return failed(
            "frontend/src/plugins/mappers.ts is missing", "restore it from the repository"
        )
    files = [mappers, *sorted((plugins / "mappers").glob("*.ts"))]
    names = [name for file in files for name in _names_from_clients(file.read_text("utf-8"))]
    wrong = [name for name in names if not name.endswith("_Backend")]
    if wrong:
        return failed(
            f"imported without a source in the name: {', '.join(wrong)}",
            "alias each as X_Ws_Backend or X_Api_Backend",
        )
    return ok("every backend type says where it comes from")


def _names_from_clients(text: str) -> list[str]:
    imports = re.findall(r"import\s+type\s*\{([^}]*)\}\s*from\s*\"@clients/[^\"]*\"", text)
    members = (member.strip() for names in imports for member in names.split(","))
    return [member.split()[-1] for member in members if member]


def _topics(root: Path) -> Finding:
    vectors = json.loads((root / "contract" / "topics.json").read_text(encoding="utf-8"))["topics"]
    for vector in vectors:
        built = f"{vector['route']}:{canonical(vector['params'])}"
        if built != vector["topic"]:
            return failed(f"{vector['name']}: built {built}", "correct shared/ws/topics.py")
    return ok(f"{len(vectors)} vectors in Python; `make test` proves them in TypeScript")
