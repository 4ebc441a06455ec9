"""A module without streams, and its place among those that are served."""

import ast
from pathlib import Path
from string import Template

from .change import Change, refuse_uncommitted
from .naming import check_module, pascal
from .places import BACKEND, module_folder, read_python
from .python_edits import PythonSource
from .refusal import Refused
from .rendering import TEMPLATES
from .workshop import Workshop, opened, text_of

SOURCES = f"{BACKEND}/module_sources.py"
SETTINGS = f"{BACKEND}/settings.py"
PAGE = "docs/reference/configuration.md"
OWN = {
    "__init__.py": "module.py",
    "ws.py": "module_ws.py",
    "tests/test_ws.py": "module_test.py",
}


def new_module(root: Path, name: str) -> Change:
    """Return the change that writes a module; the checkout at `root` is only read.

    Raises:
        ConfigurationError: the name is none, or reserved.
        Refused: it is taken, a file is not as expected, or work is not committed.
    """
    check_module(name)
    if (root / module_folder(name)).exists():
        raise Refused(f"{module_folder(name)} is there already: choose another name")
    refuse_uncommitted(root, [SOURCES, SETTINGS, PAGE])
    with opened(root) as shop:
        before = shop.generated_before()
        written = _write(shop, name)
        shop.format(written)
        shop.generate()
        change = Change()
        for path in [*written, PAGE]:
            change.add(path, text_of(root / path), shop.text(path))
        after = shop.generated()
        for path in sorted({*before, *after}):
            change.add(path, before.get(path), after.get(path))
        return change


def _write(shop: Workshop, name: str) -> list[str]:
    """Write the module and enable it; return what is to be formatted."""
    words = {"name": name, "class_name": pascal(name)}
    own = {}
    for file, template in OWN.items():
        text = (TEMPLATES / f"{template}.txt").read_text(encoding="utf-8")
        own[f"{module_folder(name)}/{file}"] = Template(text).substitute(words)
    for path, text in own.items():
        shop.write(path, text)
    shop.write(SOURCES, _listed(read_python(shop.folder, SOURCES), name).text)
    settings = read_python(shop.folder, SETTINGS)
    default, enabled = _enabled(settings)
    start, end = settings.start(default), settings.end(default)
    shop.write(SETTINGS, settings.spliced(start, end, f'"{enabled},{name}"').text)
    shop.write(PAGE, _documented(shop.text(PAGE) or "", enabled, name))
    return [*own, SOURCES, SETTINGS]


def _listed(source: PythonSource, name: str) -> PythonSource:
    """Add the module to those of the product."""
    assigned = (n for n in source.tree.body if isinstance(n, ast.Assign))
    built_in = source.only(
        (n for n in assigned if ast.unparse(n.targets[0]) == "BUILT_IN"), "BUILT_IN"
    ).value
    if not isinstance(built_in, ast.Tuple):
        raise Refused(f"{source.name}: expected BUILT_IN to be a tuple")
    entry = f'EntryPoint("{name}", "trading_api.modules.{name}:{pascal(name)}Module", GROUP)'
    return source.with_item(built_in.elts, entry, source.end(built_in))


def _enabled(source: PythonSource) -> tuple[ast.Constant, str]:
    """Return the default of the setting `modules`, and what it says."""
    declared = (n for n in ast.walk(source.tree) if isinstance(n, ast.AnnAssign))
    found = source.only(
        (n for n in declared if ast.unparse(n.target) == "modules"), "the setting `modules`"
    ).value
    if not isinstance(found, ast.Constant) or not isinstance(found.value, str):
        raise Refused(f"{source.name}: expected the default of `modules` to be names")
    return found, found.value


def _documented(page: str, enabled: str, name: str) -> str:
    row = f"| `TP_MODULES` | `{enabled}` |"
    if page.count(row) != 1:
        raise Refused(f"{PAGE}: expected once, found {page.count(row)} times: {row}")
    return page.replace(row, f"| `TP_MODULES` | `{enabled},{name}` |")
