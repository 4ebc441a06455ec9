"""Feeds by name: the product's own, and those that other packages bring along.

A package offers a provider by an entry point of the group `trading_pro.providers`: its name is the
provider's, its object is called with the settings.
"""

from importlib.metadata import EntryPoint

from trading_api.modules.datafeed.providers.base import Provider
from trading_api.settings import Settings
from trading_api.shared.plug_ins import PlugIns

from .composite import compose

GROUP = "trading_pro.providers"
BUILT_IN = (
    EntryPoint("simulated", "trading_api.modules.datafeed.feeds.built_in:simulated", GROUP),
    EntryPoint("replay", "trading_api.modules.datafeed.feeds.built_in:replay", GROUP),
)
METHODS = ("instruments", "history", "forming", "last_tick", "ticks", "now_ms", "start", "stop")
FEEDS = PlugIns("feed", GROUP, BUILT_IN, METHODS)


def load_feed(settings: Settings) -> Provider:
    """Return the feeds that are set, as one provider.

    Raises:
        ConfigurationError: a name is unknown or taken twice, or what a package offers is broken.
    """
    return compose([FEEDS.make(FEEDS.find(name), settings) for name in settings.feed_names])
