"""Fills a ledger with millions of steps through the product's own writer, in little time.

Nothing is written past the product: its engine makes the steps, its ledger file writes them with
their hashes. Saved are the network, the room's thread, and waiting: each turn takes a full batch.
An order that waits far from the market is changed again and again, the cheapest step with a
payload on two routes (`orders`, `account`).
"""

import sys
from functools import partial
from itertools import count
from pathlib import Path

from trading_api.models.broker import OrderType, Side
from trading_api.modules.broker.engine.inputs import Command, Modify, NewOrder, Submit
from trading_api.modules.broker.engine.steps import Reply
from trading_api.modules.broker.ledger.room.interface import MAX_BATCH, Answer, RoomParts
from trading_api.modules.broker.ledger.room.requests import CommandRequest, OpenRequest, Request
from trading_api.modules.broker.ledger.room.writer import Writer
from trading_api.modules.broker.ledger.store.ledger_file import LedgerFile
from trading_api.modules.broker.profiles import first_account
from trading_api.modules.broker.venue import PaperEngines, Venue
from trading_api.modules.broker.wire import step_updates
from trading_api.modules.datafeed import DatafeedModule
from trading_api.settings import Settings

SYMBOL = "AAPL"
ACCOUNT = first_account()


class Seeder:
    """The writer of a ledger without its thread: whoever asks takes the turn himself."""

    def __init__(self, data_dir: Path) -> None:
        data_dir.mkdir(parents=True, exist_ok=True)
        venue = Venue(DatafeedModule(Settings(data_dir=data_dir)).market)
        epochs = count(1)
        encode = partial(step_updates, listing_of=venue.listing)
        parts = RoomParts(
            PaperEngines(venue), venue.market.feed, encode, lambda: f"seeded-{next(epochs)}"
        )
        newest = venue.newest(SYMBOL)
        assert newest is not None and newest.last is not None
        self._far = newest.last * 4 // 10
        self._file = LedgerFile(data_dir / "broker.sqlite3")
        self._file.open()
        self._writer = Writer(self._file, parts)
        self._writer.open()
        self.step = 0

    def fill(self, steps: int) -> None:
        """Open the account, and make steps until there are so many."""
        self._ask([OpenRequest(ACCOUNT)])
        order = NewOrder(SYMBOL, OrderType.LIMIT, Side.BUY, 1, "GTC", self._far)
        order_id = self._ask([self._command(Submit(order))]).order_id
        assert order_id is not None
        qty = count(2)
        while self.step < steps:
            batch = min(MAX_BATCH, steps - self.step)
            changes = [Modify(order_id, qty=2 + next(qty) % 100) for _ in range(batch)]
            self._ask([self._command(change) for change in changes])
            if self.step % 10_000 < batch:
                print(f"\r{self.step:,} of {steps:,} steps", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)

    def close(self) -> None:
        self._file.close()

    def _ask(self, requests: list[Request]) -> Reply:
        """Return the last answer.

        Raises:
            Exception: what a request was refused with.
        """
        for request in requests:
            self._writer.ask(request)
        answers: dict[Request, Answer] = {}
        while len(answers) < len(requests):
            answers.update(self._writer.turn().answers)
        last = answers[requests[-1]]
        if isinstance(last, Exception):
            raise last
        self.step = last.step
        return last

    def _command(self, command: Command) -> CommandRequest:
        return CommandRequest(ACCOUNT.id, command, None)
