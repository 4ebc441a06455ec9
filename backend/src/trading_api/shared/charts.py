"""What a chart asks of market data and of accounts; façades for other charts are made of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol, TypedDict, runtime_checkable

from trading_api.models.market import QuoteData, SymbolInfo


class BarRow(TypedDict):
    """The fields of a `Bar`; a page has thousands, and a model costs more than its row."""

    time: int
    open: float
    high: float
    low: float
    close: float
    volume: float


class BarsPage(TypedDict):
    """The fields of a `GetBarsResponse`."""

    bars: list[BarRow]
    no_data: bool
    next_time: int | None


class ChartData(Protocol):
    """Instruments with their bars and quotes; all times are Unix ms, UTC.

    What is not a coroutine may block, so call it in a worker thread, `now_ms` excepted.
    """

    def instruments(self) -> Sequence[SymbolInfo]:
        """Return all that there are."""
        ...

    def find(self, symbol: str) -> SymbolInfo:
        """Return the instrument that a user means (`nasdaq:aapl`).

        Raises:
            Refusal: `unknown_symbol`.
        """
        ...

    def search(self, text: str, exchange: str, kind: str, limit: int) -> Sequence[SymbolInfo]:
        """Return what fits, the best first; an empty condition fits everything."""
        ...

    async def page(
        self, symbol: str, resolution: str, *, start: int, end: int, count_back: int | None
    ) -> BarsPage:
        """Return the bars with start <= time < end, ascending; `count_back` wins over `start`.

        `start` equal to `end` asks for exactly the bar of that time.

        Raises:
            Refusal: `unknown_symbol`, `unsupported_resolution` or `invalid_payload`.
        """
        ...

    def bar_times(self, symbol: str, resolution: str, moments: Sequence[int]) -> list[int]:
        """Return for each moment the time of the bar that covers it.

        Raises:
            Refusal: `unknown_symbol` or `unsupported_resolution`.
        """
        ...

    async def quotes(self, symbols: Sequence[str]) -> list[QuoteData]:
        """Return the quotes in the order asked; an unknown symbol gets an error entry."""
        ...

    def now_ms(self) -> int:
        """Return the time of the data: the wall clock's, or the replay's."""
        ...


@dataclass(frozen=True, slots=True)
class MarkedExecution:
    """One fill as a chart shows it; `time` is Unix ms, UTC."""

    account: str
    id: str
    time: int
    side: Literal["buy", "sell"]
    price: Decimal
    qty: Decimal


class ExecutionMarks(Protocol):
    """Where the accounts of this server's user have traded."""

    async def executions(self, symbol: str, start: int, end: int) -> Sequence[MarkedExecution]:
        """Return the newest executions with start <= time < end, ascending by time.

        At most 10,000 an account; none in what nobody trades.

        Raises:
            Refusal: the accounts cannot be read now.
        """
        ...


@runtime_checkable
class ChartDataModule(Protocol):
    """A module that has data for charts."""

    @property
    def chart_data(self) -> ChartData:
        """The data; usable from the module's `start` on."""
        ...


@runtime_checkable
class ExecutionMarksModule(Protocol):
    """A module that trades, and can say where."""

    @property
    def execution_marks(self) -> ExecutionMarks:
        """The marks; usable from the module's `start` on."""
        ...


@runtime_checkable
class ChartingModule(Protocol):
    """A module that serves charts."""

    def chart(self, data: ChartData, marks: ExecutionMarks | None) -> None:
        """Take what to show; called once, before `start`. `marks` is None where nobody trades."""
        ...
