import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from trading_api.modules.workspace.documents_file import MOST_DOCUMENTS, DocumentsFile
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.testing import ManualClock

INSERTED = "INSERT INTO document (owner, kind, name, updated_at, content) VALUES (?, ?, ?, ?, ?)"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workspace.sqlite3"


@pytest.fixture
def file(path: Path) -> DocumentsFile:
    return DocumentsFile(path, ManualClock(1_000))


def refusal_of(file: DocumentsFile, revision: int, content: str = '{"a":2}') -> Refusal:
    with pytest.raises(Refusal) as refused:
        file.save("layout", "main", revision, content)
    return refused.value


def test_what_was_saved_is_there_after_opening_the_file_anew(
    file: DocumentsFile, path: Path
) -> None:
    saved = file.save("layout", "main", 0, '{"a":1}')

    stored = DocumentsFile(path, ManualClock()).read("layout", "main")

    assert stored == (saved, '{"a":1}')
    assert (saved.revision, saved.updatedAt) == (1, 1_000)


def test_of_two_writers_the_slower_is_told_the_stored_revision(
    file: DocumentsFile, path: Path
) -> None:
    seen = file.save("layout", "main", 0, "{}").revision
    faster = DocumentsFile(path, ManualClock()).save("layout", "main", seen, '{"a":1}')

    refused = refusal_of(file, seen)

    assert refused.code == "WORKSPACE_CONFLICT"
    assert f"expected the stored one, {faster.revision}, got {seen}" in refused.message
    assert file.read("layout", "main") == (faster, '{"a":1}')


def test_one_who_creates_what_is_there_is_refused(file: DocumentsFile) -> None:
    file.save("layout", "main", 0, "{}")

    assert refusal_of(file, 0).code == "WORKSPACE_CONFLICT"


def test_saving_what_is_stored_again_is_answered_again(file: DocumentsFile) -> None:
    first = file.save("layout", "main", 0, "{}")

    assert file.save("layout", "main", 0, "{}") == first


def test_no_revision_comes_back_after_a_document_was_deleted(file: DocumentsFile) -> None:
    first = file.save("layout", "main", 0, "{}")
    removed = file.remove("layout", "main", first.revision)
    second = file.save("layout", "main", 0, "{}")

    assert removed == first
    assert second.revision > first.revision
    assert refusal_of(file, first.revision).code == "WORKSPACE_CONFLICT"


def test_what_another_has_changed_is_not_deleted(file: DocumentsFile) -> None:
    seen = file.save("layout", "main", 0, "{}").revision
    file.save("layout", "main", seen, '{"a":1}')

    with pytest.raises(Refusal, match="expected the stored one, 2, got 1"):
        file.remove("layout", "main", seen)

    assert [entry.revision for entry in file.entries()] == [2]


def test_there_are_no_more_documents_than_there_may_be(file: DocumentsFile, path: Path) -> None:
    file.save("watchlists", "000", 0, "{}")
    rows = [("local", "watchlists", f"{number:03}", 1, "{}") for number in range(1, MOST_DOCUMENTS)]
    with closing(sqlite3.connect(path)) as connection:
        connection.executemany(INSERTED, rows)
        connection.commit()

    assert refusal_of(file, 0).code == "WORKSPACE_FULL"
    assert file.save("watchlists", "000", 1, '{"a":1}').revision == MOST_DOCUMENTS + 1


@pytest.mark.parametrize("content", [b"no database" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_refused_with_the_remedy_and_kept(
    file: DocumentsFile, path: Path, content: bytes
) -> None:
    path.write_bytes(content)

    refused = refusal_of(file, 0)

    assert refused.code == "WORKSPACE_CORRUPT" and "trading-pro restore FILE" in refused.message
    assert path.read_bytes() == content


@pytest.mark.parametrize("change", ["PRAGMA user_version = 2", "CREATE TABLE document (a)"])
def test_a_file_of_another_product_is_refused(file: DocumentsFile, path: Path, change: str) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(change)

    assert refusal_of(file, 0).code == "WORKSPACE_CORRUPT"


def test_after_the_remedy_the_workspace_begins_anew(file: DocumentsFile, path: Path) -> None:
    path.write_bytes(b"no database" * 100)
    refusal_of(file, 0)

    path.rename(path.with_suffix(".aside"))

    assert file.entries() == []


def test_a_place_that_cannot_be_written_is_temporary(tmp_path: Path) -> None:
    refused = refusal_of(DocumentsFile(tmp_path / "gone" / "w.sqlite3", ManualClock()), 0)

    assert (refused.code, refused.temporary) == ("WORKSPACE_UNAVAILABLE", True)
    assert re.search("cannot be used now, .*look at its disk", refused.message)
