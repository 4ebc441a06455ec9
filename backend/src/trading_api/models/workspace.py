"""The workspace: what a terminal keeps on the server, and what its other tabs are told of it."""

from typing import Annotated, Any, Literal

from pydantic import Field

from trading_api.models.wire import MAX_SAFE_INTEGER, RequestModel, UnixMs, WireModel

DocumentKind = Literal["layout", "watchlists", "settings"]
"""layout: dock layout, panels, charts; watchlists and settings as they say."""

Revision = Annotated[int, Field(ge=0, le=MAX_SAFE_INTEGER)]
"""Number of a saved state, higher than all before it in this workspace; 0: there is none."""


class WorkspaceSubscriptionRequest(RequestModel):
    """The documents of the terminal's user; there is nothing to choose."""


class WorkspaceEntry(WireModel):
    """A document without what is in it."""

    kind: DocumentKind
    name: str
    revision: int
    updatedAt: UnixMs


class WorkspaceDocument(WorkspaceEntry):
    """A document; its content is as it was saved, the server does not read it."""

    content: dict[str, Any]


class WorkspaceUpdate(WorkspaceEntry):
    """A document was saved, or `deleted`, and is no more then; `id` is `kind/name`."""

    id: str
    deleted: bool


class SaveDocument(RequestModel):
    """What a document shall be, instead of the `revision` that the client has seen."""

    revision: Revision
    content: dict[str, Any]


class RestoreDocuments(RequestModel):
    """The name of a copy beside the documents, as `trading-pro restore` has staged it."""

    staged: Annotated[str, Field(max_length=200)]


class RestoredDocuments(WireModel):
    """The name of the file that holds what was replaced, if there was anything."""

    kept: str | None
