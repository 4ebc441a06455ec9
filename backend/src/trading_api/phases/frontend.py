"""What the front end has of a stream: its client, its mocker, services, tests and journeys."""

import posixpath
import re
from dataclasses import dataclass

from .mapper import COMMENT
from .tree import FRONTEND, Tree

ADAPTER = f"{FRONTEND}/plugins/wsAdapter.ts"
MAPPERS = f"{FRONTEND}/plugins/mappers.ts"
TYPES = f"{FRONTEND}/clients/ws-types-generated"
SERVICES = f"{FRONTEND}/services"
INTEGRATION = f"{SERVICES}/__tests__"
JOURNEYS = "smoke-tests/tests"
IMPORTED = re.compile(r'from "((?:\.{1,2}|@)/[^"]+)"')


@dataclass(frozen=True)
class Client:
    """How `wsAdapter.ts` makes a client: the types of its payload and the mapper's name."""

    payload: str
    mapper: str


def client_of(tree: Tree, route: str) -> Client | None:
    """Return the client of a route; None where a part of it is missing."""
    text = _adapter(tree)
    declared = rf"class WsAdapter\b.*?{_member(route)}: WebSocketClient< ?\w+, (\w+), [^;]+;"
    made = rf'this{_access(route)} = new WebSocketClient\( ?"{route}", (\w+)[,) ]'
    payload, mapper = re.search(declared, text), re.search(made, text)
    listed = re.search(rf"interface WsAdapterType \{{.*?{_member(route)}: WsStream<", text)
    return Client(payload[1], mapper[1]) if payload and mapper and listed else None


def has_mocker(tree: Tree, route: str) -> bool:
    """Tell whether `WsFallback` makes the stream of a mocker that it is given."""
    text = _adapter(tree)
    key = f'["{route}Mocker"]' if "-" in route else f".{route}Mocker"
    made = f"this{_bare(route)} = new WebSocketFallback(mockers{key})"
    is_declared = re.search(rf"class WsFallback\b.*?{_member(route)}\?: WsStream<", text)
    return is_declared is not None and made in text


def services_of(tree: Tree, route: str) -> list[str]:
    """Return the files of services that use the client of a route."""
    used = re.compile(rf"\b(?:ws|_wsAdapter|wsAdapter){_access(route)}(?![\w-])")
    found = [path for path in tree.files(SERVICES, "*.ts") if "/__tests__/" not in path]
    return [path for path in found if used.search(tree.text(path))]


def integration_tests(tree: Tree, route: str) -> list[str]:
    """Return the tests against a real server that import a service of the route, if by others.

    Those that are named after the service come first.
    """
    services = [path for path in tree.files(SERVICES, "*.ts") if "/__tests__/" not in path]
    reached = set(services_of(tree, route))
    own = {posixpath.basename(path).removesuffix(".ts") for path in reached}
    while True:
        further = {one for one in services if one not in reached and _imports(tree, one) & reached}
        if not further:
            break
        reached |= further
    specs = [
        path for path in tree.files(INTEGRATION, "*.spec.ts") if _imports(tree, path) & reached
    ]
    return sorted(
        specs, key=lambda path: (posixpath.basename(path)[: -len(".spec.ts")] not in own, path)
    )


def journeys_of(tree: Tree, route: str) -> list[str]:
    """Return the smoke tests that name a route, or a frame of it."""
    named = re.compile(rf"""["'`]{route}(?:\.(?:subscribe|update))?["'`]""")
    return [path for path in tree.files(JOURNEYS, "*.spec.ts") if named.search(tree.text(path))]


def _adapter(tree: Tree) -> str:
    """Return the adapter's text in one line, without comments."""
    return " ".join(COMMENT.sub("", tree.text(ADAPTER)).split())


def _imports(tree: Tree, path: str) -> set[str]:
    folder = posixpath.dirname(path)
    found = set()
    for name in IMPORTED.findall(tree.text(path)):
        where = f"{FRONTEND}/{name[2:]}" if name.startswith("@/") else f"{folder}/{name}"
        found.add(f"{posixpath.normpath(where)}.ts")
    return found


def _bare(route: str) -> str:
    return f'["{route}"]' if "-" in route else f".{route}"


def _access(route: str) -> str:
    return re.escape(_bare(route))


def _member(route: str) -> str:
    return rf'(?<![\w"]){re.escape(_key(route))}'


def _key(route: str) -> str:
    return f'"{route}"' if "-" in route else route
