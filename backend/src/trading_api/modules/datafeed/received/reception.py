"""What was received and is being received, in one hand."""

from pathlib import Path

from trading_api.modules.datafeed.providers.base import Provider
from trading_api.modules.datafeed.received.keeper import Keeper, Keeping
from trading_api.modules.datafeed.received.reading import ReceivedBars
from trading_api.modules.datafeed.received.received_file import ReceivedFile
from trading_api.shared.clock import Clock


class Reception:
    """Makes the one who keeps, and the one who reads what was kept."""

    def __init__(self, path: Path, keeping: Keeping) -> None:
        self._file = ReceivedFile(path)
        self._keeping = keeping
        self.bars = ReceivedBars(self._file)

    def keeper(self, provider: Provider, clock: Clock) -> Keeper:
        """Return what keeps the ticks of a provider."""
        return Keeper(self._file, self._keeping, provider, clock=clock)
