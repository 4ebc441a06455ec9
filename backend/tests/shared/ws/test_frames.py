import json
from typing import Any

import pytest

from trading_api.shared.ws.frames import (
    FrameSyntaxError,
    UpdateEncoder,
    encode_frame,
    parse_frames,
    usable_id,
)
from trading_api.shared.ws.messages import Entry, FrameError, RequestError
from trading_api.shared.ws.rfc6455 import payloads_of

ENTRY = Entry(seq=7, ts=9, payload='{"a":1}')


def sent(frame: bytes) -> Any:
    return json.loads(next(payloads_of(frame)))


def test_F7_one_frame_and_an_array_of_frames_read_alike() -> None:
    ping = {"type": "ping"}

    assert parse_frames(json.dumps(ping), limit=2) == [ping]
    assert parse_frames(json.dumps([ping, ping]), limit=2) == [ping, ping]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nix", "expected JSON"),
        ("[]", "1 to 2 frames, got 0"),
        ('[{"type":"a"},{"type":"a"},{"type":"a"}]', "1 to 2 frames, got 3"),
        ('{"type":5}', "string `type`"),
    ],
)
def test_F1_what_is_no_frame_is_said_to_be_none(text: str, expected: str) -> None:
    with pytest.raises(FrameSyntaxError, match=expected):
        parse_frames(text, limit=2)


def test_F3_the_id_of_what_is_no_frame_is_kept_unless_it_is_one_of_many() -> None:
    kept: list[object] = []
    for text in ('{"type":5,"id":1}', '{"type":5,"id":1.5}', '[{"type":5,"id":1}]'):
        with pytest.raises(FrameSyntaxError) as refused:
            parse_frames(text, limit=2)
        kept.append(refused.value.request_id)

    assert kept == [1, None, None]


@pytest.mark.parametrize(
    ("value", "usable"),
    [("x" * 64, True), ("x" * 65, False), (2**53, True), (2**53 + 1, False), (True, False)],
)
def test_F3_an_id_is_a_short_string_or_a_safe_integer(value: object, usable: bool) -> None:
    assert (usable_id(value) is not None) is usable


def test_F3_a_frame_echoes_the_id_and_leaves_out_what_is_none() -> None:
    error = RequestError(code="c", message="m", temporary=False)

    frame = sent(encode_frame("a.subscribe.response", error, 0))

    assert frame["id"] == 0 and "topic" not in frame["payload"]
    assert "id" not in sent(
        encode_frame("error", FrameError(code="c", message="m", temporary=False))
    )


def test_U2_an_update_says_what_was_left_out_only_where_something_was() -> None:
    encoder = UpdateEncoder("bars", 'bars:{"a":"\\n"}')

    plain = sent(encoder.frame(ENTRY))["payload"]
    late = sent(encoder.frame(ENTRY, skipped=3, gap=True))["payload"]

    assert plain == {"topic": 'bars:{"a":"\\n"}', "payload": {"a": 1}, "seq": 7, "ts": 9}
    assert late == {**plain, "skipped": 3, "gap": True}


def test_S5_a_part_of_the_state_carries_the_position_and_its_step() -> None:
    entry = Entry(seq=7, ts=9, payload="1", step=4)

    part = sent(UpdateEncoder("orders", "orders:{}").snapshot(entry, 12))["payload"]

    assert (part["seq"], part["step"], part["snapshot"]) == (12, 4, True)
