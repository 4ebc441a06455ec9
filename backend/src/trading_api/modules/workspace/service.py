"""The documents of the terminal's user, and who is told when one changes."""

import asyncio
import json
import logging
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from trading_api.models.workspace import DocumentKind, WorkspaceEntry, WorkspaceUpdate
from trading_api.shared.errors import Refusal
from trading_api.shared.file_copies import CopyRefused
from trading_api.shared.ws.router_interface import TopicUpdate

from .copies import find_staged
from .documents_file import DocumentsFile, StoredDocument

logger = logging.getLogger(__name__)

MOST_CONTENT_BYTES = 256 * 1024


class WorkspaceService:
    """Works on the file in threads, one change after the other; has one topic."""

    def __init__(self, file: DocumentsFile) -> None:
        self._file = file
        # What is published is in the order of what was written.
        self._changing = asyncio.Lock()
        self._topic_update: TopicUpdate | None = None
        self._entries: dict[str, WorkspaceEntry] = {}
        """What the listeners know, while there are any."""

    async def entries(self) -> list[WorkspaceEntry]:
        """Return all documents without their contents, by kind and name."""
        return await asyncio.to_thread(self._file.entries)

    async def read(self, kind: DocumentKind, name: str) -> StoredDocument:
        return await asyncio.to_thread(self._file.read, kind, name)

    async def save(
        self, kind: DocumentKind, name: str, revision: int, content: dict[str, Any]
    ) -> WorkspaceEntry:
        """Save what was made of `revision`, 0 for a new document; published on return.

        Raises:
            Refusal: the content is too large or no JSON; or as `DocumentsFile.save` does.
        """
        text = _text(content)
        async with self._changing:
            saved = await asyncio.to_thread(self._file.save, kind, name, revision, text)
            if self._topic_update is not None and self._entries.get(_id(saved)) != saved:
                self._entries[_id(saved)] = saved
                self._topic_update(_update(saved))
        return saved

    async def remove(self, kind: DocumentKind, name: str, revision: int) -> WorkspaceEntry:
        """Delete `revision`; published on return."""
        async with self._changing:
            removed = await asyncio.to_thread(self._file.remove, kind, name, revision)
            if self._topic_update is not None:
                self._entries.pop(_id(removed), None)
                self._topic_update(_update(removed, deleted=True))
        return removed

    async def restore(self, staged: str) -> Path | None:
        """Put the staged copy of this name in the place of all documents; published on return.

        Returns:
            Where the replaced documents are kept, None if there were none.

        Raises:
            Refusal: there is no such copy; or the file cannot be written.
        """
        async with self._changing:
            kept = await asyncio.to_thread(self._replace, staged)
            if self._topic_update is not None:
                gone, entries = self._entries, await self.entries()
                self._entries = {_id(entry): entry for entry in entries}
                for identity in gone.keys() - self._entries.keys():
                    self._topic_update(_update(gone[identity], deleted=True))
                for entry in entries:
                    self._topic_update(_update(entry))
        logger.warning("workspace_restored kept=%s", kept)
        return kept

    def _replace(self, staged: str) -> Path | None:
        try:
            return self._file.replace(find_staged(self._file.path, staged))
        except (CopyRefused, OSError, sqlite3.Error) as refused:
            raise Refusal("RESTORE_REFUSED", str(refused)) from refused

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        async with self._changing:
            entries = await self.entries()
            self._entries = {_id(entry): entry for entry in entries}
            self._topic_update = topic_update

    def remove_topic(self, topic: str) -> None:
        self._topic_update = None

    def snapshot(self, topic: str) -> Sequence[BaseModel]:
        return [_update(entry) for entry in self._entries.values()]


def _id(entry: WorkspaceEntry) -> str:
    return f"{entry.kind}/{entry.name}"


def _update(entry: WorkspaceEntry, *, deleted: bool = False) -> WorkspaceUpdate:
    return WorkspaceUpdate(**entry.model_dump(), id=_id(entry), deleted=deleted)


def _text(content: dict[str, Any]) -> str:
    """Return the text that is stored and answered."""
    try:
        text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        size = len(text.encode())
    except (ValueError, RecursionError) as fault:
        # Python reads more than JSON allows: NaN, 1e999, half a character.
        message = f"content: expected what every reader of JSON knows, got {fault}"
        raise Refusal("invalid_payload", message) from fault
    if size > MOST_CONTENT_BYTES:
        message = f"content: expected at most {MOST_CONTENT_BYTES} bytes, got {size}"
        raise Refusal("WORKSPACE_TOO_LARGE", message)
    return text
