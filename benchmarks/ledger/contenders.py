"""Who races: the writer with real engines, and a loop of the statements that it sends."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from trading_api.modules.broker.engine.steps import Reply
from trading_api.modules.broker.ledger.store.driver import raw_connection
from trading_api.modules.broker.ledger.store.ledger_file import LedgerFile
from trading_api.modules.broker.ledger.testing import Bench

from .orders import MS_A_COMMAND, RICH, commands, quiet_market

Write = tuple[str, Sequence[Any]]
"""A statement and the rows that it is run for."""


class Recorder(LedgerFile):
    """A ledger's file that remembers what is written to it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.writes: list[Write] = []

    def write_rows(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        super().write_rows(statement, rows)
        if rows:
            self.writes.append((statement, rows))


class Took(NamedTuple):
    """Seconds by the clock, and of the processor: these hardly depend on what else runs."""

    clock: float
    processor: float


def product(path: Path, groups: int, size: int) -> Took:
    """Return what the commands took, each group in one turn."""
    bench = _opened(path)
    requests = _requests(bench, groups, size)

    def run() -> None:
        for group in requests:
            _turn(bench, group)

    took = _timed(run)
    bench.close()
    return took


def recorded(path: Path, groups: int, size: int) -> list[list[Write]]:
    """Return for each group what the product sends to SQLite to write it."""
    file = Recorder(path)
    bench = _opened(path, file)
    found = []
    for group in _requests(bench, groups, size):
        file.writes.clear()
        _turn(bench, group)
        found.append(file.writes.copy())
    bench.close()
    return found


def bare(path: Path, groups: Sequence[Sequence[Write]]) -> Took:
    """Return what the recorded statements take without anything around them."""
    bench = _opened(path)
    bench.close()
    with closing(raw_connection(path, "rw")) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")

        def run() -> None:
            for writes in groups:
                connection.execute("BEGIN IMMEDIATE")
                for statement, rows in writes:
                    connection.executemany(statement, rows)
                connection.execute("COMMIT")

        return _timed(run)


def _timed(run: Callable[[], None]) -> Took:
    clock, processor = time.perf_counter(), time.process_time()
    run()
    return Took(time.perf_counter() - clock, time.process_time() - processor)


def rows_of(groups: Sequence[Sequence[Write]]) -> int:
    """Return how many rows the statements write."""
    return sum(len(rows) for group in groups for _, rows in group)


def last_chain(path: Path) -> str:
    """Return the hash of the whole record: contenders that wrote the same have the same."""
    file = LedgerFile(path)
    file.open()
    chain = file.connection.exec_driver_sql("SELECT chain FROM account").scalar_one()
    file.close()
    return str(chain)


def _opened(path: Path, file: LedgerFile | None = None) -> Bench:
    bench = Bench(path, quiet_market(), file=file)
    assert isinstance(bench.open_account(RICH), Reply)
    return bench


def _requests(bench: Bench, groups: int, size: int) -> list[list[Any]]:
    every = enumerate(islice(commands(), groups * size))
    made: Iterator[Any] = (bench.request(command, f"key-{number}") for number, command in every)
    return [list(islice(made, size)) for _ in range(groups)]


def _turn(bench: Bench, group: Sequence[Any]) -> None:
    bench.feed.now += MS_A_COMMAND * len(group)
    for request in group:
        bench.writer.ask(request)
    outcome = bench.writer.turn()
    refused = [answer for _, answer in outcome.answers if not isinstance(answer, Reply)]
    assert not refused and len(outcome.answers) == len(group), refused[:1]
