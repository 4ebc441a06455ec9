"""The workspace over HTTP: list, read, save and delete documents."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from trading_api.models.workspace import (
    DocumentKind,
    RestoredDocuments,
    RestoreDocuments,
    Revision,
    SaveDocument,
    WorkspaceDocument,
    WorkspaceEntry,
)
from trading_api.shared.http_errors import error_responses

from .bounded_route import BoundedRoute
from .service import WorkspaceService

MAX_NAME = 64
# No slash, which would be another path, and no dot in front, which a client takes for a folder.
Name = Annotated[
    str,
    Path(
        max_length=MAX_NAME,
        pattern=r"^[^\s/.\x00-\x1f\x7f][^/\x00-\x1f\x7f]*$",
        description="without a slash; no blank and no dot in front",
    ),
]
Seen = Annotated[Revision, Query(description="the revision to delete")]
FILE = ("WORKSPACE_UNAVAILABLE", "WORKSPACE_CORRUPT")


class WorkspaceApi(APIRouter):
    """Documents by kind and name."""

    def __init__(self, *, service: WorkspaceService, prefix: str, tags: list[str]) -> None:
        super().__init__(prefix=prefix, tags=list(tags), route_class=BoundedRoute)
        self._service = service
        add: Any = self.add_api_route
        one = "/documents/{kind}/{name}"
        add("/documents", self.list_documents, responses=error_responses(*FILE))
        add(
            one,
            self.read_document,
            response_model=WorkspaceDocument,
            responses=error_responses("invalid_payload", "WORKSPACE_NOT_FOUND", *FILE),
        )
        add(
            one,
            self.save_document,
            methods=["PUT"],
            responses=error_responses(
                "invalid_payload", "unsupported_media_type", "WORKSPACE_CONFLICT",
                "WORKSPACE_FULL", "WORKSPACE_TOO_LARGE", *FILE,
            ),
        )  # fmt: skip
        add(
            one,
            self.delete_document,
            methods=["DELETE"],
            responses=error_responses(
                "invalid_payload", "WORKSPACE_NOT_FOUND", "WORKSPACE_CONFLICT", *FILE
            ),
        )

        # Whoever names a staged copy can write into the data directory: its name is random.
        add("/restore", self.restore, methods=["POST"], include_in_schema=False)

    async def list_documents(self) -> list[WorkspaceEntry]:
        """List the documents, by kind and name."""
        return await self._service.entries()

    async def read_document(self, kind: DocumentKind, name: Name) -> Response:
        """Return a document; its content has the numbers and the order that were saved."""
        entry, content = await self._service.read(kind, name)
        body = f'{entry.model_dump_json()[:-1]},"content":{content}}}'
        return Response(body, media_type="application/json")

    async def save_document(
        self, kind: DocumentKind, name: Name, document: SaveDocument
    ) -> WorkspaceEntry:
        """Save a document in the place of `revision`, which is 0 for a new one.

        It is refused when another has been saved since; what is stored already is answered again.
        """
        return await self._service.save(kind, name, document.revision, document.content)

    async def delete_document(
        self, kind: DocumentKind, name: Name, revision: Seen
    ) -> WorkspaceEntry:
        """Delete a document, unless another has been saved since; returns what it was."""
        return await self._service.remove(kind, name, revision)

    async def restore(self, request: RestoreDocuments) -> RestoredDocuments:
        """Put a staged copy in the place of all documents; the terminals have been told then."""
        kept = await self._service.restore(request.staged)
        return RestoredDocuments(kept=None if kept is None else kept.name)
