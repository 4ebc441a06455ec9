import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from trading_api.modules.workspace.copies import FILE_NAME, find_staged, stage, verified
from trading_api.modules.workspace.doctor import document_checks
from trading_api.modules.workspace.documents_file import DocumentsFile
from trading_api.shared.errors import Refusal
from trading_api.shared.file_copies import CopyRefused
from trading_api.shared.ws.testing import ManualClock


def file_in(folder: Path) -> DocumentsFile:
    folder.mkdir(exist_ok=True)
    return DocumentsFile(folder / FILE_NAME, ManualClock(1_000))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A staged copy of one layout, whose revision is 3."""
    old = file_in(tmp_path / "old")
    for number, content in enumerate(['{"a":1}', '{"a":2}', '{"a":3}']):
        old.save("layout", "main", number, content)
    staged, count = stage(old.path, tmp_path / FILE_NAME)
    assert count == 1
    return staged


@pytest.mark.parametrize(("saved", "revision"), [(1, 4), (5, 6)])
def test_no_revision_of_either_file_comes_back(
    tmp_path: Path, copy: Path, saved: int, revision: int
) -> None:
    file = file_in(tmp_path)
    for number in range(saved):
        file.save("layout", f"{number}", 0, "{}")

    kept = file.replace(copy)

    assert kept is not None and verified(kept) == saved
    assert [(one.name, one.revision) for one in file.entries()] == [("main", revision)]


def test_where_nothing_was_saved_nothing_is_kept(tmp_path: Path, copy: Path) -> None:
    file = file_in(tmp_path)

    assert file.replace(copy) is None
    assert file.read("layout", "main").content == '{"a":3}'


def test_a_file_that_is_not_ours_gives_way_and_is_kept(tmp_path: Path, copy: Path) -> None:
    file = file_in(tmp_path)
    file.path.write_bytes(b"no database" * 100)

    kept = file.replace(copy)

    assert kept is not None and kept.read_bytes() == b"no database" * 100
    assert file.read("layout", "main").content == '{"a":3}'


def test_a_copy_that_breaks_in_the_middle_leaves_all_as_it_was(tmp_path: Path, copy: Path) -> None:
    file = file_in(tmp_path)
    file.save("layout", "mine", 0, "{}")
    with closing(sqlite3.connect(copy)) as database:
        database.executescript("CREATE TABLE kept AS SELECT * FROM document; DROP TABLE document;")
        database.executescript("CREATE TABLE document AS SELECT * FROM kept")
        database.execute("UPDATE document SET content = NULL")
        database.commit()

    with pytest.raises(Refusal):
        file.replace(copy)

    assert [one.name for one in file.entries()] == ["mine"]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ("PRAGMA user_version = 9", "expected schema 1, got 9"),
        ("UPDATE document SET content = '{'", "is damaged: layout 'main'"),
    ],
)
def test_what_cannot_be_shown_is_no_copy(copy: Path, spoil: str, said: str) -> None:
    with closing(sqlite3.connect(copy)) as database:
        database.execute(spoil)
        database.commit()

    with pytest.raises(CopyRefused, match=said):
        verified(copy)
    [check] = document_checks(copy)
    assert check.examine().verdict == "failed"


def test_doctor_verifies_the_documents(tmp_path: Path, copy: Path) -> None:
    [there], [missing] = document_checks(copy), document_checks(tmp_path / "none")

    assert there.examine().detail == "1 document, all verified"
    assert missing.examine().verdict == "not checked"


@pytest.mark.parametrize("name", [FILE_NAME, "../workspace.sqlite3.staged-0", "x"])
def test_what_is_not_staged_is_refused(client: TestClient, tmp_path: Path, name: str) -> None:
    answer = client.post("/api/v1/workspace/restore", json={"staged": name})

    assert (answer.status_code, answer.json()["code"]) == (409, "RESTORE_REFUSED")
    with pytest.raises(CopyRefused):
        find_staged(tmp_path / FILE_NAME, name)


def test_a_staged_copy_is_taken(client: TestClient, copy: Path) -> None:
    answer = client.post("/api/v1/workspace/restore", json={"staged": copy.name})

    assert answer.json() == {"kept": None}
    assert [one["revision"] for one in client.get("/api/v1/workspace/documents").json()] == [4]
