"""Finds the stored series of a data directory."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.inventory.imported_series import imported_series
from trading_api.modules.datafeed.inventory.received_series import ReceivedSeries
from trading_api.modules.datafeed.inventory.stored_series import StoredSeries
from trading_api.modules.datafeed.received.received_file import ReceivedFile
from trading_api.shared.errors import Refusal

BARS_FILE = "bars.sqlite3"
RECEIVED_FILE = "received.sqlite3"


@contextmanager
def stored_series(data_dir: Path) -> Iterator[list[StoredSeries]]:
    """Lend all that is stored: what was imported, then what was received, each by symbol.

    Raises:
        ConfigurationError: a file cannot be used.
    """
    found: list[StoredSeries] = []
    with ExitStack() as opened:
        if (data_dir / BARS_FILE).exists():
            store = BarsStore(data_dir / BARS_FILE)
            store.open()
            opened.callback(store.close)
            found += imported_series(store.instruments(), store.database.reader())
        received = ReceivedFile(data_dir / RECEIVED_FILE)
        if received.exists:
            reader = opened.enter_context(received.reader())
            found += [ReceivedSeries(one, reader) for one in reader.series()]
        yield found


def chosen(series: Sequence[StoredSeries], name: str, resolution: str | None) -> StoredSeries:
    """Return the one series that a name means: `simulated:AAPL`, or `AAPL` where that is one.

    Raises:
        Refusal: `unknown_symbol`: none fits, or several do.
    """
    fitting = [
        one
        for one in series
        if name in (one.name, one.name.partition(":")[2]) and resolution in (None, one.resolution)
    ]
    if len(fitting) == 1:
        return fitting[0]
    there = ", ".join(f"{one.name} {one.resolution}" for one in fitting or series) or "nothing"
    raise Refusal("unknown_symbol", f"expected one stored series, got {name!r}: there is {there}")
