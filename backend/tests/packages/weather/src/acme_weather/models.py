"""What the weather sends and is asked."""

from trading_api.models.wire import RequestModel, UnixMs, WireModel


class Station(WireModel):
    """A place that measures."""

    name: str


class WeatherSubscriptionRequest(RequestModel):
    """The weather at one station."""

    station: str


class Weather(WireModel):
    """What a station measures: degrees Celsius, metres a second."""

    time: UnixMs
    temperature: float
    wind: float


class StrikeSubscriptionRequest(RequestModel):
    """Lightning near one station."""

    station: str


class Strike(WireModel):
    """One stroke of lightning; `number` counts those of the station since it started."""

    time: UnixMs
    number: int
    distance_km: float
