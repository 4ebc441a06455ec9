"""What tests and benchmarks give the engine room: a scripted feed, real engines, a listener."""

import threading
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from trading_api.modules.broker.engine.engine import AccountEngine
from trading_api.modules.broker.engine.inputs import Command, Cursor, Tick
from trading_api.modules.broker.engine.interface import AccountMachine
from trading_api.modules.broker.engine.profile import AccountProfile
from trading_api.modules.broker.engine.steps import Reply, Step
from trading_api.modules.broker.engine.testing import OPENED, listed, money
from trading_api.shared.errors import Refusal

from .room.interface import Committed, RoomParts
from .room.requests import CommandRequest, OpenRequest, Request
from .room.writer import Outcome, Writer
from .store.account_rows import RouteUpdate
from .store.ledger_file import AccountOpening, LedgerFile
from .store.readers import AccountState, LedgerReaders
from .store.record_texts import execution_text, order_text, position_text

DEMO = AccountOpening("demo", "Demo", "USD", {"initial_cash": money(100_000)})


class ScriptedFeed:
    """Ticks that are known beforehand; `now` is where its time stands."""

    def __init__(self, ticks: Iterable[Tick] = (), name: str = "script") -> None:
        self.ticks = sorted(ticks, key=lambda tick: tick.cursor)
        self.now = OPENED
        self.name = name
        self.rewindable = True
        self.stands = ""
        self.refuses: dict[str, Refusal] = {}
        self.rewound: list[dict[str, Cursor]] = []
        self._places: dict[str, Cursor] = {}

    def now_ms(self) -> int:
        return self.now

    def begin(self) -> None:
        """Nothing to begin: a test moves the time."""

    def resume(self, time_ms: int) -> None:
        self.now = max(self.now, time_ms)

    def standstill(self) -> str:
        return self.stands

    def refusal(self, symbol: str) -> Refusal | None:
        return self.refuses.get(symbol)

    def newest(self, symbol: str, until_ms: int) -> Tick | None:
        found = [t for t in self.ticks if t.symbol == symbol and t.time <= until_ms]
        return found[-1] if found else None

    def rewind(self, places: Mapping[str, Cursor]) -> None:
        self.rewound.append(dict(places))
        self._places.update(places)

    def forget(self, symbols: Collection[str]) -> None:
        for symbol in symbols:
            del self._places[symbol]

    def take(self, until_ms: int, limit: int) -> Sequence[Tick]:
        places = self._places
        taken = [
            tick
            for tick in self.ticks
            if tick.symbol in places
            and tick.cursor >= places[tick.symbol]
            and tick.time <= until_ms
        ][:limit]
        for tick in taken:
            # A prefix sorts first: nothing lies between a cursor and this place after it.
            self._places[tick.symbol] = Cursor(tick.time, tick.symbol + "\0")
        return taken

    def add(self, *ticks: Tick) -> None:
        """Let time pass to the last of these ticks."""
        self.ticks += ticks
        self.now = max([self.now, *(tick.time for tick in ticks)])


class EngineFactory:
    """Makes real engines; `around` may put something between a machine and the room."""

    def __init__(self, around: Callable[[AccountMachine], AccountMachine] | None = None) -> None:
        self._around = around or (lambda machine: machine)

    def open(self, opening: AccountOpening, ts: int) -> tuple[AccountMachine, Step]:
        engine, step = AccountEngine.open(profile_of(opening), listed(), ts)
        return self._around(engine), step

    def load(self, opening: AccountOpening, dump: dict[str, Any]) -> AccountMachine:
        return self._around(AccountEngine.load(profile_of(opening), listed(), dump))


def profile_of(opening: AccountOpening) -> AccountProfile:
    return AccountProfile(opening.id, opening.currency, **opening.profile)


def encode(step: Step) -> list[RouteUpdate]:
    """Make payloads of the records as they are."""
    return [
        RouteUpdate("account", step.update),
        *(RouteUpdate("orders", order_text(order)) for order in step.orders),
        *(RouteUpdate("positions", position_text(position)) for position in step.positions),
        *(RouteUpdate("executions", execution_text(execution)) for execution in step.executions),
    ]


def parts(feed: ScriptedFeed, factory: EngineFactory | None = None) -> RoomParts:
    epochs = count(1)
    return RoomParts(factory or EngineFactory(), feed, encode, lambda: f"epoch-{next(epochs)}")


class Heard:
    """A listener that remembers; `told` is set with everything that it hears."""

    def __init__(self) -> None:
        self.states: list[AccountState] = []
        self.commits: list[Committed] = []

    def opened(self, states: Sequence[AccountState]) -> None:
        self.states += states

    def committed(self, committed: Sequence[Committed]) -> None:
        self.commits += committed

    @property
    def steps(self) -> list[Step]:
        return [step for commit in self.commits for step in commit.steps]


class Bench:
    """A writer without its thread: a test asks, and takes the turns itself."""

    def __init__(
        self,
        path: Path,
        feed: ScriptedFeed | None = None,
        factory: EngineFactory | None = None,
        file: LedgerFile | None = None,
    ) -> None:
        self.feed = feed or ScriptedFeed()
        self.file = file or LedgerFile(path)
        self.file.open()
        self.writer = Writer(self.file, parts(self.feed, factory))
        self.states = self.writer.open()
        self.steps: list[Step] = []
        self.committed: list[Committed] = []

    def open_account(self, opening: AccountOpening = DEMO) -> Any:
        return self.settle(OpenRequest(opening))[0]

    def request(
        self, command: Command, key: str | None = None, account_id: str = "demo"
    ) -> CommandRequest:
        return CommandRequest(account_id, command, key)

    def command(self, command: Command, key: str | None = None, account_id: str = "demo") -> Any:
        """Return the answer to a command: a reply or what it was refused with."""
        return self.settle(self.request(command, key, account_id))[0]

    def settle(self, *requests: Request) -> list[Reply | Exception]:
        """Ask at once, then take turns until nothing is left to do; return the answers."""
        for request in requests:
            self.writer.ask(request)
        answers: dict[Request, Reply | Exception] = {}
        while True:
            outcome = self.turn()
            answers.update(outcome.answers)
            done = not outcome.more or outcome.failure is not None
            if done and all(request in answers for request in requests):
                return [answers[request] for request in requests]

    def turn(self) -> Outcome:
        outcome = self.writer.turn()
        self.committed += outcome.committed
        self.steps += [step for commit in outcome.committed for step in commit.steps]
        return outcome

    def close(self) -> None:
        self.file.close()


def recorded(path: Path) -> AccountState:
    """Return what a ledger's file has of the account `demo`."""
    readers = LedgerReaders(path)
    try:
        return readers.state("demo")
    finally:
        readers.close()


class ManualClock:
    """Time that a test moves; read by the room's thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seconds = 0.0

    def now_ms(self) -> int:
        return OPENED

    def monotonic_s(self) -> float:
        with self._lock:
            return self._seconds

    def advance(self, seconds: float) -> None:
        with self._lock:
            self._seconds += seconds
