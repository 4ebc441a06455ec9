import errno
from collections.abc import Iterator
from itertools import islice
from typing import IO

import pytest

from trading_api.modules.datafeed.importing.tables.kept_texts import CountedText, KeptTexts

TEXTS = [(2, b"a\nb\n"), (1, b"c\n")]


class Source:
    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> Iterator[CountedText]:
        self.made += 1
        yield from TEXTS


def test_texts_are_made_once() -> None:
    source, kept = Source(), KeptTexts()
    found = [list(kept.texts("q", source)) for _ in range(3)]
    assert (found, source.made) == ([TEXTS] * 3, 1)


def test_texts_of_another_query_are_made() -> None:
    source, kept = Source(), KeptTexts()
    found = [list(kept.texts(query, source)) for query in "qrr"]
    assert (found, source.made) == ([TEXTS] * 3, 2)


def test_what_was_not_read_to_its_end_is_made_again() -> None:
    source, kept = Source(), KeptTexts()
    assert list(islice(kept.texts("q", source), 1)) == TEXTS[:1]
    assert (list(kept.texts("q", source)), source.made) == (TEXTS, 2)


@pytest.mark.parametrize("most_bytes", [0, 3, 5])
def test_what_there_is_no_room_for_is_made_again(most_bytes: int) -> None:
    source, kept = Source(), KeptTexts(most_bytes)
    found = [list(kept.texts("q", source)) for _ in range(2)]
    assert (found, source.made) == ([TEXTS] * 2, 2)


def no_place() -> IO[bytes]:
    raise OSError(errno.ENOSPC, "no space left")


def test_without_a_place_for_the_file_texts_are_made_again() -> None:
    source, kept = Source(), KeptTexts(open_file=no_place)
    found = [list(kept.texts("q", source)) for _ in range(2)]
    assert (found, source.made) == ([TEXTS] * 2, 2)
