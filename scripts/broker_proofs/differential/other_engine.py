"""Executes a workload in nautilus_trader, in an environment of its own.

Reads `{"fed", "market", "orders"}` from stdin and writes `{id: [[Unix ms, price, qty], ...]}`.
Imports nothing of the product: what is compared must not share code.
"""

import json
import sys
from functools import cache
from importlib import import_module
from typing import Any

NAMES = {
    "BacktestEngine": "backtest.engine",
    "BacktestEngineConfig": "backtest.config",
    "FillModel": "backtest.models",
    "BestPriceFillModel": "backtest.models",
    "LoggingConfig": "config",
    "StrategyConfig": "config",
    "Strategy": "trading.strategy",
    "ClientOrderId": "model.identifiers",
    "Bar": "model.data",
    "BarType": "model.data",
    "BookOrder": "model.data",
    "OrderBookDelta": "model.data",
    "OrderBookDeltas": "model.data",
    "QuoteTick": "model.data",
    "AccountType": "model.enums",
    "BookAction": "model.enums",
    "BookType": "model.enums",
    "OmsType": "model.enums",
    "OrderSide": "model.enums",
    "TimeInForce": "model.enums",
    "Venue": "model.identifiers",
    "Equity": "model.instruments",
    "InstrumentId": "model.identifiers",
    "Symbol": "model.identifiers",
    "Money": "model.objects",
    "Price": "model.objects",
    "Quantity": "model.objects",
    "USD": "model.currencies",
}
MS = 1_000_000


class Nautilus:
    """The names of the library that are used here."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(f"nautilus_trader.{NAMES[name]}"), name)


nt: Any = Nautilus()


def fills(given: dict[str, Any]) -> dict[str, list[list[int]]]:
    """Return the fills of each order: Unix ms, price in cents and quantity."""
    engine = nt.BacktestEngine(
        nt.BacktestEngineConfig(logging=nt.LoggingConfig(log_level="ERROR", bypass_logging=True))
    )
    fed, orders = given["fed"], given["orders"]
    venue = nt.Venue("SIM")
    engine.add_venue(
        venue=venue,
        oms_type=nt.OmsType.NETTING,
        account_type=nt.AccountType.MARGIN,
        base_currency=nt.USD,
        starting_balances=[nt.Money(1_000_000_000, nt.USD)],
        # A stop that the market has passed executes at once.
        reject_stop_orders=False,
        **_market_rule(fed),
    )
    strategy = _placing()(orders, fed)
    for lane in range(1 + max(order["lane"] for order in orders)):
        instrument = _instrument(lane, venue)
        engine.add_instrument(instrument)
        strategy.instruments.append(instrument.id)
    made = {"bars": _bar, "path": _quote, "book": _book}[fed]
    engine.add_data([made(one, event) for event in given["market"] for one in strategy.instruments])
    engine.add_strategy(strategy)
    engine.run()
    engine.dispose()
    found: dict[str, list[list[int]]] = strategy.desk.found
    return found


def _market_rule(fed: str) -> dict[str, Any]:
    """Return what the venue executes by."""
    if fed == "book":
        return {"book_type": nt.BookType.L2_MBP}
    # A limit fills when it was traded through, not when it was touched. On a path the best price
    # of the book is what an order gets; on bars it gets its own.
    model = nt.BestPriceFillModel if fed == "path" else nt.FillModel
    return {"fill_model": model(prob_fill_on_limit=0.0), "bar_execution": True}


def _instrument(lane: int, venue: Any) -> Any:
    symbol = nt.Symbol(f"LANE{lane}")
    return nt.Equity(
        instrument_id=nt.InstrumentId(symbol, venue),
        raw_symbol=symbol,
        currency=nt.USD,
        price_precision=2,
        price_increment=nt.Price.from_str("0.01"),
        lot_size=nt.Quantity.from_int(1),
        ts_event=0,
        ts_init=0,
    )


def _bar(instrument_id: Any, bar: list[int]) -> Any:
    end, *prices = bar
    kind = nt.BarType.from_str(f"{instrument_id}-1-DAY-LAST-EXTERNAL")
    quantity = nt.Quantity.from_int(1_000_000)
    return nt.Bar(kind, *map(_price, prices), quantity, end * MS, end * MS)


def _quote(instrument_id: Any, quote: list[int]) -> Any:
    time, bid, ask, *sizes = quote
    quantities = map(nt.Quantity.from_int, sizes)
    return nt.QuoteTick(instrument_id, _price(bid), _price(ask), *quantities, time * MS, time * MS)


def _book(instrument_id: Any, quote: list[int]) -> Any:
    """Return a book of one level a side in place of the one before."""
    time, bid, ask, bid_size, ask_size = quote
    stamps = (0, 0, time * MS, time * MS)
    levels = ((nt.OrderSide.BUY, bid, bid_size), (nt.OrderSide.SELL, ask, ask_size))
    deltas = [nt.OrderBookDelta.clear(instrument_id, 0, time * MS, time * MS)]
    for side, price, size in levels:
        level = nt.BookOrder(side, _price(price), nt.Quantity.from_int(size), price)
        deltas.append(nt.OrderBookDelta(instrument_id, nt.BookAction.ADD, level, *stamps))
    return nt.OrderBookDeltas(instrument_id, deltas)


@cache
def _price(cents: int) -> Any:
    return nt.Price(cents / 100, 2)


def _placing() -> Any:
    """Return the strategy that tells a desk of each event."""
    base: Any = nt.Strategy

    class Placing(base):  # type: ignore[misc]
        def __init__(self, orders: list[dict[str, Any]], fed: str) -> None:
            super().__init__(nt.StrategyConfig(strategy_id="PROOF-1"))
            self.instruments: list[Any] = []
            self.desk = _Desk(self, orders)
            self._fed = fed

        def on_start(self) -> None:
            for one in self.instruments:
                _subscribe(self, self._fed, one)

        def on_bar(self, bar: Any) -> None:
            self.desk.after(bar.bar_type.instrument_id)

        def on_quote_tick(self, tick: Any) -> None:
            self.desk.after(tick.instrument_id)

        def on_order_book_deltas(self, deltas: Any) -> None:
            self.desk.after(deltas.instrument_id)

        def on_order_filled(self, event: Any) -> None:
            self.desk.keep(event)

    return Placing


def _subscribe(strategy: Any, fed: str, instrument_id: Any) -> None:
    if fed == "bars":
        strategy.subscribe_bars(nt.BarType.from_str(f"{instrument_id}-1-DAY-LAST-EXTERNAL"))
    elif fed == "path":
        strategy.subscribe_quote_ticks(instrument_id)
    else:
        strategy.subscribe_order_book_deltas(instrument_id, nt.BookType.L2_MBP)


class _Desk:
    """Places each order after its event, takes it back after another, and keeps the fills."""

    def __init__(self, strategy: Any, orders: list[dict[str, Any]]) -> None:
        self.found: dict[str, list[list[int]]] = {}
        self._strategy = strategy
        self._seen: dict[Any, int] = {}
        self._placed: dict[str, Any] = {}
        self._starting = _by_event(orders, "at")
        self._ending = _by_event(orders, "until")

    def after(self, instrument_id: Any) -> None:
        number = self._seen[instrument_id] = self._seen.get(instrument_id, -1) + 1
        place = (instrument_id.symbol.value, number)
        for asked in self._ending.get(place, ()):
            old = self._placed.pop(asked["id"])
            if old.is_open:
                self._strategy.cancel_order(old)
        for asked in self._starting.get(place, ()):
            order = _made(self._strategy.order_factory, instrument_id, asked)
            self._placed[asked["id"]] = order
            self._strategy.submit_order(order)

    def keep(self, event: Any) -> None:
        price, qty = round(float(event.last_px) * 100), int(event.last_qty)
        fill = [event.ts_event // MS, price, qty]
        self.found.setdefault(event.client_order_id.value, []).append(fill)


def _by_event(
    orders: list[dict[str, Any]], when: str
) -> dict[tuple[str, int], list[dict[str, Any]]]:
    found: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for order in orders:
        found.setdefault((f"LANE{order['lane']}", order[when]), []).append(order)
    return found


def _made(factory: Any, instrument_id: Any, asked: dict[str, Any]) -> Any:
    # It keeps no sessions: an order for the day is taken back at the day's end.
    tif = {"IOC": nt.TimeInForce.IOC, "FOK": nt.TimeInForce.FOK}
    terms = {
        "instrument_id": instrument_id,
        "order_side": nt.OrderSide.BUY if asked["side"] > 0 else nt.OrderSide.SELL,
        "quantity": nt.Quantity.from_int(asked["qty"]),
        "client_order_id": nt.ClientOrderId(asked["id"]),
        "time_in_force": tif.get(asked["tif"], nt.TimeInForce.GTC),
    }
    if asked["limit"] is not None:
        terms["price"] = _price(asked["limit"])
    if asked["stop"] is not None:
        terms["trigger_price"] = _price(asked["stop"])
    made = {"stop": factory.stop_market, "stop_limit": factory.stop_limit, "limit": factory.limit}
    return made.get(asked["type"], factory.market)(**terms)


if __name__ == "__main__":
    json.dump(fills(json.load(sys.stdin)), sys.stdout)
