"""The weather over HTTP."""

from fastapi import APIRouter

from .models import Station
from .stations import STATIONS


class WeatherApi(APIRouter):
    """The list of stations."""

    def __init__(self, *, prefix: str, tags: list[str]) -> None:
        super().__init__(prefix=prefix, tags=list(tags))
        self.add_api_route("/stations", self.list_stations, response_model=list[Station])

    async def list_stations(self) -> list[Station]:
        """List where the weather is measured."""
        return [Station(name=name) for name in STATIONS]
