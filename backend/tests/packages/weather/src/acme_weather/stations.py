"""The stations and what each measures, drawn from its name: every run tells the same weather."""

import random
from collections.abc import Callable

from pydantic import BaseModel

from trading_api.shared.clock import Clock
from trading_api.shared.errors import Refusal

from .models import Strike, Weather

STATIONS = ("harbour", "hilltop", "airfield")

Measure = Callable[[], BaseModel]


def measure_of(route: str, station: str, clock: Clock) -> Measure:
    """Return what reads the route's next value at the station.

    Raises:
        Refusal: there is no such station.
    """
    if station not in STATIONS:
        known = ", ".join(STATIONS)
        raise Refusal("unknown_symbol", f"expected a station of {known}, got {station!r}")
    chance = random.Random(f"{route} {station}")
    return _weather(chance, clock) if route == "weather" else _strikes(chance, clock)


def _weather(chance: random.Random, clock: Clock) -> Measure:
    temperature = 15.0

    def read() -> Weather:
        nonlocal temperature
        temperature = round(temperature + chance.uniform(-0.1, 0.1), 2)
        return Weather(time=clock.now_ms(), temperature=temperature, wind=round(chance.random(), 2))

    return read


def _strikes(chance: random.Random, clock: Clock) -> Measure:
    number = 0

    def read() -> Strike:
        nonlocal number
        number += 1
        return Strike(
            time=clock.now_ms(), number=number, distance_km=round(chance.uniform(0, 40), 1)
        )

    return read
