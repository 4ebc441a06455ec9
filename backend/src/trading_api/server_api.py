"""What every app serves beside its modules: health, versions, its documents and their pages."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, HTMLResponse, Response

from trading_api.models.server import ApiMetadata, HealthResponse, VersionInfo, WsCounts
from trading_api.pages import rest_page, streams_page
from trading_api.pages.markup import PAGE_POLICY, PAGE_STYLE
from trading_api.shared.clock import Clock
from trading_api.shared.market import FeedModule, TradingModule
from trading_api.shared.module_interface import Module
from trading_api.shared.response_headers import POLICY_HEADER
from trading_api.shared.ws.asyncapi import asyncapi_document
from trading_api.shared.ws.ws_app import WsApp

API_PREFIX = "/api/v1"
V1 = VersionInfo(
    version="v1",
    release_date="2026-11-23",
    status="stable",
    breaking_changes=[],
    deprecation_notice=None,
    sunset_date=None,
)


class ServerApi(APIRouter):
    """The routes of the server itself."""

    def __init__(self, ws_app: WsApp, modules: Sequence[Module], clock: Clock) -> None:
        super().__init__(tags=["server"])
        self._ws_app = ws_app
        self._modules = [module.name for module in modules]
        self._broker = next((one for one in modules if isinstance(one, TradingModule)), None)
        self._feeds = [one for one in modules if isinstance(one, FeedModule)]
        self._clock = clock
        self.add_api_route("/health", self.get_health, response_model=HealthResponse)
        self.add_api_route("/versions", self.get_versions, response_model=ApiMetadata)
        self.add_api_route("/version", self.get_version, response_model=VersionInfo)
        self._add_documents()

    def _add_documents(self) -> None:
        """Serve what describes the API; none of it is part of the API itself."""
        self.add_api_route("/ws/asyncapi.json", self.get_asyncapi, include_in_schema=False)
        self.add_api_route("/ws/docs", self.get_streams_page, include_in_schema=False)
        self.add_api_route("/docs", self.get_rest_page, include_in_schema=False)
        self.add_api_route("/docs/page.css", self.get_page_style, include_in_schema=False)

    async def get_health(self) -> HealthResponse:
        """Say that the server answers, and what streams."""
        return HealthResponse(
            status="ok",
            message="Trading Pro is running",
            timestamp=self._clock.now_ms(),
            api_version=V1.version,
            version_info=V1,
            modules=self._modules,
            ws=WsCounts(**self._ws_app.counts()),
            broker=None if self._broker is None else self._broker.health(),
            feeds=[feed for module in self._feeds for feed in module.feeds()],
        )

    async def get_versions(self) -> ApiMetadata:
        """List the versions of the API."""
        return ApiMetadata(
            current_version=V1.version,
            available_versions=[V1],
            documentation_url=f"{API_PREFIX}/docs",
        )

    async def get_version(self) -> VersionInfo:
        """Describe the current version of the API."""
        return V1

    # What follows is written anew each time, on a thread: it takes longer than a stream may wait.

    def get_asyncapi(self) -> dict[str, Any]:
        """Serve the document of the socket."""
        return asyncapi_document(self._ws_app.routers.values())

    def get_streams_page(self) -> Response:
        """Serve the document of the socket as a page."""
        return _page(streams_page(asyncapi_document(self._ws_app.routers.values())))

    def get_rest_page(self, request: Request) -> Response:
        """Serve the OpenAPI document as a page."""
        return _page(rest_page(request.app.openapi(), str(request.base_url)))

    async def get_page_style(self) -> Response:
        """Serve what both pages look like; asked anew each time, so that it fits the pages."""
        return FileResponse(PAGE_STYLE, headers={"Cache-Control": "no-cache"})


def _page(text: str) -> Response:
    return HTMLResponse(text, headers={POLICY_HEADER: PAGE_POLICY})
