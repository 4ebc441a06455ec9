"""Generated from ws.py: edit that, never this file."""

from .strike_ws_router import StrikeWsRouter
from .weather_ws_router import WeatherWsRouter

__all__ = ["StrikeWsRouter", "WeatherWsRouter"]
