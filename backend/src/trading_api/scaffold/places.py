"""Where a stream lives: the files that it has for itself, and its lines in those of others."""

import ast
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from . import adapter_edits, model_exports, python_edits, router_edits, script_edits
from .python_edits import PythonSource
from .refusal import Refused
from .rendering import rendered, script_samples
from .script_edits import ScriptSource
from .stream import Stream

BACKEND = "backend/src/trading_api"
FRONTEND = "frontend/src"
MODELS = "trading_api.models"


@dataclass(frozen=True)
class Edit:
    """Lines in a file of others; either way takes the file's text and returns the new one."""

    path: str
    add: Callable[[str], str]
    remove: Callable[[str], str]


def module_folder(module: str) -> str:
    return f"{BACKEND}/modules/{module}"


def models_package(root: Path, module: str) -> str | None:
    """Return the package that a module's models are in; None where there is no such one."""
    source = read_python(root, f"{module_folder(module)}/ws.py")
    imported = {n.module for n in ast.walk(source.tree) if isinstance(n, ast.ImportFrom)}
    names = [name for name in sorted(filter(None, imported)) if name.startswith(f"{MODELS}.")]
    packages = [name for name in names if (root / _file(name) / "__init__.py").is_file()]
    return packages[0] if len(packages) == 1 else None


def created(root: Path, stream: Stream) -> dict[str, str]:
    """Return the stream's own files, by path relative to the root; not formatted yet."""
    package = models_package(root, stream.module)
    models = package or f"{MODELS}.{stream.folder}"
    own = f"{module_folder(stream.module)}/{stream.folder}"
    is_lossless = stream.delivery == "lossless"
    templates = {
        f"{_file(package or MODELS)}/{stream.folder}.py": "models.py",
        f"{own}/__init__.py": "package.py",
        f"{own}/samples.py": "samples.py",
        f"{own}/service.py": "lossless_service.py" if is_lossless else "service.py",
        f"{own}/tests/test_{stream.folder}_stream.py": (
            "lossless_test.py" if is_lossless else "stream_test.py"
        ),
        f"{FRONTEND}/plugins/{stream.member}Types.ts": "types.ts",
        f"{FRONTEND}/services/{stream.member}Service.ts": "service.ts",
        f"{FRONTEND}/services/__tests__/{stream.member}Service.test.ts": "service_test.ts",
        f"{FRONTEND}/services/__tests__/{stream.member}Service.spec.ts": "service_spec.ts",
        f"{FRONTEND}/testing/mockers/{stream.member}Mocker.ts": "mocker.ts",
        f"smoke-tests/tests/{stream.route}.spec.ts": "smoke.ts",
    }
    return {path: rendered(name, stream, models) for path, name in templates.items()}


def edits(root: Path, stream: Stream) -> list[Edit]:
    """Return the stream's lines in files of others."""
    package = models_package(root, stream.module)
    routers = f"{module_folder(stream.module)}/ws.py"
    plugins = f"{FRONTEND}/plugins"
    models = package or f"{MODELS}.{stream.folder}"
    found = [
        _python(
            routers,
            partial(router_edits.add_router, stream=stream, models=models),
            partial(router_edits.remove_router, stream=stream, models=models),
        ),
        _script(
            f"{plugins}/mappers.ts", adapter_edits.add_mapper, adapter_edits.remove_mapper, stream
        ),
        _script(
            f"{plugins}/wsAdapter.ts", adapter_edits.add_client, adapter_edits.remove_client, stream
        ),
        _script(
            f"{plugins}/__tests__/mappers.test.ts",
            partial(adapter_edits.add_mapper_test, sample=script_samples(stream)),
            adapter_edits.remove_mapper_test,
            stream,
        ),
    ]
    if package:
        found.append(_export(f"{_file(package)}/__init__.py", stream))
    if stream.delivery == "lossless":
        found.append(_argument(root, routers, stream))
    return found


def read_python(root: Path, path: str) -> PythonSource:
    """Return a file of the checkout.

    Raises:
        Refused: there is none.
    """
    try:
        return PythonSource(path, (root / path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Refused(f"expected the file {path}, found none") from None


def _file(dotted: str) -> str:
    return "backend/src/" + dotted.replace(".", "/")


def _python(
    path: str,
    add: Callable[[PythonSource], PythonSource],
    remove: Callable[[PythonSource], PythonSource],
) -> Edit:
    return Edit(path, python_edits.edited(path, add), python_edits.edited(path, remove))


def _script(
    path: str,
    add: Callable[[ScriptSource, Stream], ScriptSource],
    remove: Callable[[ScriptSource, Stream], ScriptSource],
    stream: Stream,
) -> Edit:
    def applied(edit: Callable[[ScriptSource, Stream], ScriptSource]) -> Callable[[str], str]:
        return script_edits.edited(path, lambda source: edit(source, stream))

    return Edit(path, applied(add), applied(remove))


def _export(path: str, stream: Stream) -> Edit:
    names = (stream.model, stream.request)
    return _python(
        path,
        lambda source: model_exports.add(source, stream.folder, names),
        lambda source: model_exports.remove(source, stream.folder, names),
    )


def _argument(root: Path, routers: str, stream: Stream) -> Edit:
    """Return the edit of a module's `__init__.py` that hands its routes the data directory."""
    name = router_edits.routers_class(read_python(root, routers)).name

    def remove(source: PythonSource) -> PythonSource:
        # The edit of ws.py comes first: what it left says whether another record needs it.
        if router_edits.takes_data_dir(read_python(root, routers)):
            return source
        return router_edits.remove_argument(source, name)

    return _python(
        f"{module_folder(stream.module)}/__init__.py",
        lambda source: router_edits.add_argument(source, name),
        remove,
    )
