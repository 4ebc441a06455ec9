"""The product's own feeds, made of the settings."""

from trading_api.modules.datafeed.providers.replay import ReplayProvider
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.settings import Settings
from trading_api.shared.errors import ConfigurationError


def simulated(settings: Settings) -> SimulatedProvider:
    return SimulatedProvider(seed=settings.seed)


def replay(settings: Settings) -> ReplayProvider:
    """Return the replay of the file that is set.

    Raises:
        ConfigurationError: none is.
    """
    if settings.replay_file is None:
        raise ConfigurationError("TP_REPLAY_FILE: expected the file to replay, got nothing")
    return ReplayProvider(settings.replay_file, speed=settings.replay_speed, symbol=settings.symbol)
