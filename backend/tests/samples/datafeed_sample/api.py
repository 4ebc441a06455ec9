"""The router that the methodology's module names."""

from fastapi import APIRouter

from .service import DatafeedService


class DatafeedApi(APIRouter):
    def __init__(self, *, service: DatafeedService, prefix: str, tags: list[str]) -> None:
        super().__init__(prefix=prefix, tags=list(tags))
        self.add_api_route("/last/{symbol}", service.mock_last_bar)
