"""What a source of market data offers."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, runtime_checkable

from trading_api.modules.datafeed.instruments import Instrument, StoredBar, Tick
from trading_api.shared.errors import Refusal


@dataclass(frozen=True)
class Capabilities:
    """What a source can do; what it cannot is switched off, and refused to who asks for it."""

    resolutions: tuple[str, ...]
    """Those of all its instruments together, from the finest to the coarsest."""
    quotes: bool = True
    """Whether bids and asks are the market's, not drawn around the last price."""
    trades: bool = False
    """Whether it is a `TradeSource`."""
    depth: bool = False
    """Whether it is a `DepthSource`."""
    paging: bool = True
    """Whether `history` reaches back before the bars that it returned first."""
    search: bool = False
    """Whether it is a `SearchSource`; the instruments of others are found in their list."""
    own_time: bool = False
    """Whether `now_ms` is a time of its own, as a replay's is, not the wall's."""
    delay_ms: int = 0
    """By how much its data come late, as licences have it; 0 for real time."""


class ProviderEnded(Exception):
    """The source has come to its end for good; `code` is one of the error table."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Provider(Protocol):
    """One source of market data, for the instruments that it lists.

    All times are Unix ms, UTC. `history` runs in a worker thread and may block; everything else
    runs in the loop and must not. A tick counts as heard when it is yielded: what is asked for
    between two ticks of a running iteration is as of the first.
    """

    name: str
    continues_imports: bool
    """Whether its bars go on where imported ones of the same symbol end; a replay's stand alone."""

    @property
    def capabilities(self) -> Capabilities:
        """What it can do, which its optional protocols bear out; constant from `start` on."""
        ...

    def instruments(self) -> Sequence[Instrument]:
        """Return what it serves; constant between `start` and `stop`."""
        ...

    def history(self, symbol: str, resolution: str, before: int, count: int) -> Sequence[StoredBar]:
        """Return the newest `count` bars that start before `before`, ascending.

        Fewer when none are older. Never a bar that starts after `now_ms`; the last may be open,
        folded from the ticks so far.
        """
        ...

    def forming(self, symbol: str, resolution: str) -> StoredBar | None:
        """Return the newest bar as of `now_ms`, folded from the ticks so far; None without any."""
        ...

    def last_tick(self, symbol: str) -> Tick | None:
        """Return the newest tick as of `now_ms`; None before the first."""
        ...

    def ticks(self, symbol: str) -> AsyncGenerator[Tick, None]:
        """Yield the ticks that follow `last_tick`, each at its time; ascending by time.

        Whoever stops listening closes the generator, so that no time stands still behind it.

        Raises:
            ProviderEnded: no tick will ever follow.
        """
        ...

    def now_ms(self) -> int:
        """Return the provider's time: the wall clock, or the replay's."""
        ...

    async def start(self) -> None:
        """Open files and connections."""
        ...

    async def stop(self) -> None:
        """Release them."""
        ...


class Served(NamedTuple):
    """Who serves a symbol, and the symbol's name there."""

    provider: Provider
    symbol: str


@runtime_checkable
class Composed(Protocol):
    """Several providers that look like one."""

    @property
    def parts(self) -> Sequence[Provider]:
        """The single ones, the first of them first."""
        ...

    def part_of(self, symbol: str) -> Served:
        """Return the one that serves a symbol of `instruments`."""
        ...


def served_by(provider: Provider, symbol: str) -> Served:
    """Return the single source behind a symbol.

    Its `capabilities` are the symbol's, as are its `now_ms` and the optional protocols that it
    implements: of several providers one may have a book and another none.
    """
    return provider.part_of(symbol) if isinstance(provider, Composed) else Served(provider, symbol)


def sources_of(provider: Provider) -> Sequence[Provider]:
    """Return the single sources behind a provider."""
    return provider.parts if isinstance(provider, Composed) else [provider]


def unsupported(symbol: str, feature: str, source: Provider) -> Refusal:
    """Return the refusal of what the source of a symbol cannot do; `feature` is a plural."""
    message = f"expected a symbol whose source has {feature}, got {symbol[:64]}"
    return Refusal("unsupported_feature", f"{message} of the feed {source.name!r}, which has none")
