import json

from hypothesis import given
from hypothesis import strategies as st

from trading_api.recording.tape_file import Message, Tape
from trading_api.recording.taped_topics import raw_members, topics_of
from trading_api.shared.ws.messages import Entry

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)
TOPIC = 'quotes:{"symbol":"AAPL"}'


def frame(kind: str, **payload: object) -> str:
    return json.dumps({"type": kind, "payload": payload}, separators=(",", ":"))


def subscribed(epoch: str, seq: int, *, recovered: bool = False) -> str:
    answer = {"status": "ok", "topic": TOPIC, "epoch": epoch, "seq": seq}
    return frame("quotes.subscribe.response", **answer, recovered=recovered, held=False)


def update(seq: int, **more: object) -> str:
    return frame("quotes.update", topic=TOPIC, payload={"v": 1e-7}, seq=seq, ts=9, **more)


def tape(*texts: str) -> Tape:
    return Tape(began=0, messages=[Message(at, text) for at, text in enumerate(texts)])


@given(st.dictionaries(st.text(), JSON))
def test_members_are_the_text_that_was_sent(members: dict[str, object]) -> None:
    text = json.dumps(members, separators=(",", ":"))

    raw = raw_members(text)

    assert {name: json.loads(part) for name, part in raw.items()} == members
    assert all(part in text for part in raw.values())


def test_a_topic_has_its_state_and_what_followed() -> None:
    topics = topics_of(tape(subscribed("e", 7), update(7, snapshot=True), update(8, step=3)))

    taped = topics[TOPIC]
    assert (taped.epoch, taped.seq) == ("e", 7)
    assert taped.state == [Entry(7, 9, '{"v":1e-07}')]
    assert [one.entry for one in taped.happenings] == [Entry(8, 9, '{"v":1e-07}', step=3)]


def test_a_recovered_subscription_goes_on_and_a_fresh_one_begins_anew() -> None:
    recovered = topics_of(tape(subscribed("e", 1), update(2), subscribed("e", 2, recovered=True)))
    fresh = topics_of(tape(subscribed("e", 1), update(2), subscribed("f", 5), update(6)))

    assert len(recovered[TOPIC].happenings) == 1
    assert (fresh[TOPIC].epoch, len(fresh[TOPIC].happenings)) == ("f", 1)


def test_what_was_refused_and_what_has_no_topic_is_passed_over() -> None:
    refused = frame("quotes.subscribe.response", status="error", code="unknown_symbol")

    assert topics_of(tape(refused, update(1), frame("pong", ts=1), '{"type":"error"}')) == {}
