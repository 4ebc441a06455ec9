from pathlib import Path

import pytest

from trading_api.phases.criteria import CRITERIA
from trading_api.phases.stream import streams_of
from trading_api.phases.tree import Tree
from trading_api.phases.verdicts import Verdict, read

from . import small_tree as small
from .small_tree import spoil, write_tree

# The file that is spoilt, what becomes of it, the criterion that notices, and what it names.
FAULTS = [
    (small.MODELS, "class Ping(WireModel)", "class Ping(BaseModel)", "models", "WireModel"),
    (small.WS, ": TypeAlias = WsRouter[", ": Alias = WsRouter[", "router", "TypeAlias"),
    (small.SOURCES, '"weather"', '"wether"', "registered", "'weather'"),
    (f"{small.MODULE}/ws_generated/__init__.py", "", "", "generated", "__init__.py"),
    (small.TEST_WS, '"pings"', '"rings"', "contract-suite", 'route = "pings"'),
    (small.TEST_WS, "(WsRouteContract)", "", "contract-suite", "WsRouteContract"),
    (small.ASYNCAPI, '"pings.update"', '"pings.told"', "operations", "pings.update"),
    (small.ASYNCAPI, '"send"', '"receive"', "operations", "to send, found receive"),
    (f"{small.CLIENTS}/routes.ts", "", "", "types", "routes.ts"),
    (f"{small.CLIENTS}/index.ts", "Ping as Ping_backend,", "", "types", "Ping_backend"),
    (small.MAPPERS, "Ping as Ping_Ws_Backend", "Ping_Ws_Backend", "mapper", "Ping_Ws_Backend"),
    (small.MAPPERS, "(ping: Ping_Ws_Backend)", "(ping: Ping)", "mapper", "takes Ping"),
    (small.MAPPERS, ", level: ping.level", "", "fields", "level"),
    (small.ADAPTER, "interface WsAdapterType {\n  pings:", "interface X {\n", "client", "line"),
    (small.ADAPTER, ", Ping_Ws_Backend,", ", Ring_Ws_Backend,", "client", "Ring_Ws_Backend"),
    (small.ADAPTER, "if (mockers.pingsMocker)", "// ", "mocker", "pingsMocker"),
    (small.SERVICE, "remove_topic", "drop_topic", "broadcasting", "remove_topic"),
    (small.INTEGRATION, "../pingService", "../ringService", "integration-test", "*.spec.ts"),
    (small.JOURNEY, "pings.subscribe", "rings.subscribe", "smoke-test", '"pings"'),
    (small.MODELS, '    """One ping."""\n', "", "described", "Ping has no docstring"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_tree(tmp_path)
    return tmp_path


def gaps(root: Path) -> list[Verdict]:
    tree = Tree(root)
    return [one for one in read(tree, streams_of(tree)) if not one.is_green]


def test_a_stream_that_has_everything_has_no_gap(root: Path) -> None:
    assert gaps(root) == []


@pytest.mark.parametrize(
    ("path", "was", "becomes", "criterion", "names"),
    FAULTS,
    ids=[f"{fault[3]}: {fault[4]}" for fault in FAULTS],
)
def test_a_fault_is_noticed_by_its_criterion_alone(root, path, was, becomes, criterion, names):
    spoil(root, path, was, becomes)

    (gap,) = [one for one in gaps(root) if one.criterion.name not in follow_of(criterion)]

    assert gap.criterion.name == criterion
    assert names in str(gap.finding.gap)
    assert "{" not in gap.criterion.remedy_for(gap.stream)


def follow_of(criterion: str) -> list[str]:
    """Return the criteria that cannot be met either, when one is not."""
    return {"router": ["models", "generated", "types", "mapper", "client", "fields"]}.get(
        criterion, []
    )


def test_a_service_that_uses_no_client_has_no_integration_test_either(root: Path) -> None:
    spoil(root, small.SCREEN_SERVICE, "", "")

    assert [one.criterion.name for one in gaps(root)] == ["service", "integration-test"]


def test_every_criterion_that_is_read_has_a_fault_that_it_notices() -> None:
    read_ones = {one.name for one in CRITERIA if one.read is not None}

    assert read_ones == {fault[3] for fault in FAULTS} | {"service"}
