"""The table of criteria: six phases, what each asks of a stream, and what mends a gap.

The checklist of docs/WEBSOCKET-METHODOLOGY.md is written from it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from . import static
from .stream import Stream
from .tree import Tree

PHASES = {
    1: "Backend operations",
    2: "Type generation",
    3: "Front end clients",
    4: "Integration (red)",
    5: "Broadcasting (green)",
    6: "Validation",
}
LATENCY_LIMIT_MS = 100.0
COVERAGE_LIMIT = 80.0

ReadFromCode = Callable[[Tree, Stream], str | None]


@dataclass(frozen=True)
class Criterion:
    """One line of the checklist; without `read` it is judged by running the product.

    `{route}`, `{module}` and `{update}` in `remedy` are those of the stream.
    """

    name: str
    phase: int
    asks: str
    remedy: str
    read: ReadFromCode | None = None

    def remedy_for(self, stream: Stream) -> str:
        return self.remedy.format(route=stream.route, module=stream.module, update=stream.update)


MODULE = "backend/src/trading_api/modules/{module}"
SPEC = "frontend/src/services/__tests__"

CRITERIA = (
    Criterion(
        "models",
        1,
        "Models in `models/`: a request of `RequestModel`, an update of `WireModel`",
        "define both below backend/src/trading_api/models/",
        static.models,
    ),
    Criterion(
        "router",
        1,
        "`TypeAlias` line and router in `modules/{module}/ws.py`",
        f"write the line under TYPE_CHECKING in {MODULE}/ws.py",
        static.router,
    ),
    Criterion(
        "registered",
        1,
        "Module registered in `module_sources.py`",
        "add it to BUILT_IN of backend/src/trading_api/module_sources.py",
        static.registered,
    ),
    Criterion(
        "generated",
        1,
        "Routers generated and current",
        "run `trading-pro routers generate`",
        static.generated,
    ),
    Criterion(
        "contract-suite",
        1,
        "`WsRouteContract` subclass in the module's tests",
        f"write it in {MODULE}/tests/test_ws.py",
        static.contract_suite,
    ),
    Criterion(
        "operations",
        1,
        "`contract/asyncapi.json` has the operations, each in its direction",
        "run `make generate`",
        static.operations,
    ),
    Criterion(
        "contract-passes",
        1,
        "The route's contract passes",
        "see `make -C backend test ARGS=src/trading_api/modules/{module}`",
    ),
    Criterion(
        "types",
        2,
        "Types generated, under their three names",
        "run `make generate`",
        static.types,
    ),
    Criterion(
        "mapper",
        2,
        "Mapper with strict names",
        "write it in frontend/src/plugins/mappers.ts, of a {update}_Ws_Backend",
        static.mapper,
    ),
    Criterion(
        "fields",
        2,
        "The mapper makes something of every field",
        "map the field in frontend/src/plugins/mappers.ts",
        static.fields,
    ),
    Criterion("compiles", 2, "Types compile", "see `make -C frontend type-check`"),
    Criterion(
        "client",
        3,
        "Client in `WsAdapter`, line in `WsAdapterType`",
        "write the lines in frontend/src/plugins/wsAdapter.ts",
        static.client,
    ),
    Criterion(
        "mocker",
        3,
        "Mocker in `WsFallback`",
        "write the lines in frontend/src/plugins/wsAdapter.ts",
        static.mocker,
    ),
    Criterion(
        "mocked",
        3,
        "The mocked stream works without a server",
        'see `make -C frontend test ARGS="wsAdapter.test"`',
    ),
    Criterion(
        "service",
        4,
        "A service uses the client",
        "write it in frontend/src/services/, or use the client in one that is there",
        static.service,
    ),
    Criterion(
        "integration-test",
        4,
        "Integration test written",
        f"write {SPEC}/<service>.spec.ts",
        static.integration_test,
    ),
    Criterion(
        "red",
        4,
        "It fails while the producer is switched off",
        f"let a test of {SPEC}/ wait for an update of `{{route}}`",
    ),
    Criterion(
        "broadcasting",
        5,
        "`create_topic` and `remove_topic`",
        f"implement WsRouteService below {MODULE}/",
        static.broadcasting,
    ),
    Criterion(
        "green",
        5,
        "It passes with the producer on",
        "publish through `topic_update`; see `make -C frontend test ARGS=src/services`",
    ),
    Criterion(
        "smoke-test",
        6,
        "Smoke test names the stream",
        "write smoke-tests/tests/{route}.spec.ts, or a line in smoke-tests/tests/streams.spec.ts",
        static.smoke_test,
    ),
    Criterion(
        "described",
        6,
        "Both models say what they are, for AsyncAPI and TypeScript",
        "write their docstrings and run `make generate`",
        static.described,
    ),
    Criterion(
        "latency",
        6,
        f"p99 from publish to client below {LATENCY_LIMIT_MS:g} ms",
        "see `trading-pro phases {route} --run` on an idle machine; docs/explanation/send-path.md",
    ),
    Criterion(
        "coverage",
        6,
        f"More than {COVERAGE_LIMIT:g} % of the service's lines are reached by its own tests",
        f"write tests beside the service, below {MODULE}/",
    ),
)
