import asyncio
from pathlib import Path
from typing import Any

from trading_api.modules.workspace.documents_file import DocumentsFile
from trading_api.modules.workspace.service import WorkspaceService
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.testing import ManualClock


class Published(list[Any]):
    """What a service has published."""

    def __call__(self, update: Any) -> None:
        self.append(update)


async def test_of_many_writers_at_once_one_wins_each_revision(tmp_path: Path) -> None:
    service = WorkspaceService(DocumentsFile(tmp_path / "w.sqlite3", ManualClock()))
    published = Published()
    await service.create_topic("workspace:{}", published)  # type: ignore[arg-type]

    answers = await asyncio.gather(
        *(service.save("layout", "main", 0, {"writer": number}) for number in range(8)),
        return_exceptions=True,
    )

    refused = [answer.code for answer in answers if isinstance(answer, Refusal)]
    assert refused == ["WORKSPACE_CONFLICT"] * 7
    assert [update.revision for update in published] == [1]


async def test_what_is_published_is_in_the_order_of_the_file(tmp_path: Path) -> None:
    service = WorkspaceService(DocumentsFile(tmp_path / "w.sqlite3", ManualClock()))
    published = Published()
    await service.create_topic("workspace:{}", published)  # type: ignore[arg-type]

    await asyncio.gather(*(service.save("layout", f"{n}", 0, {}) for n in range(8)))

    assert [update.revision for update in published] == list(range(1, 9))
