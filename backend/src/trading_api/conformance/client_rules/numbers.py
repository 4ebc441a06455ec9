"""Scenes of rules U1, U2, U3, F1, F4 and R7: updates that a client takes, leaves, or misses."""

from trading_api.conformance.play import Play, expect_recover
from trading_api.conformance.streams_of_the_play import LATEST, LOSSLESS, RECENT

NO_FRAMES = (
    "no json",
    "1",
    "{}",
    '{"type":"orders.update"}',
    '{"type":"orders.update","payload":1}',
)


async def U1_what_came_already_is_left(play: Play) -> None:
    await play.go_live()
    for seq in (11, 12, 12, 11):
        await play.update(LOSSLESS, seq)
    await play.expect_no_request(LOSSLESS)
    await play.again()
    play.expect_position(LOSSLESS, 12)


async def U1_a_hole_is_asked_for(play: Play) -> None:
    await play.go_live()
    await play.update(LOSSLESS, 11)
    await play.update(LOSSLESS, 13)
    request = await play.request(LOSSLESS)
    expect_recover(request, 11)
    await play.accept(LOSSLESS, request, seq=11, recovered=True)
    for seq in (12, 13):
        await play.update(LOSSLESS, seq)
    await play.again()
    play.expect_position(LOSSLESS, 13)


async def U2_what_was_skipped_is_no_hole(play: Play) -> None:
    await play.go_live()
    await play.update(LATEST, 15, skipped=4)
    await play.expect_no_request(LATEST)
    await play.again()
    play.expect_position(LATEST, 15)


async def U3_a_gap_is_no_hole(play: Play) -> None:
    await play.go_live()
    await play.update(RECENT, 40, skipped=29, gap=True)
    await play.expect_no_request(RECENT)
    await play.again()
    play.expect_position(RECENT, 40)


async def F4_what_is_newer_is_ignored(play: Play) -> None:
    await play.go_live(LOSSLESS)
    await play.accept(LOSSLESS, play.asked[LOSSLESS.route], seq=10, newer=[1])
    await play.guest.say({"type": "weather.update", "payload": {"topic": "w", "seq": 1}})
    await play.guest.say({"type": "newer", "of": "what"})
    await play.update(LOSSLESS, 11, newer={"a": 1})
    await play.expect_no_request(LOSSLESS)
    await play.again()
    play.expect_position(LOSSLESS, 11)


async def R7_what_is_no_frame_is_dropped(play: Play) -> None:
    await play.go_live()
    for text in (
        "no json",
        "1",
        "{}",
        '{"type":"orders.update"}',
        '{"type":"orders.update","payload":1}',
    ):
        await play.guest.say_text(text)
    await play.update(LOSSLESS, 11)
    await play.expect_no_request(LOSSLESS)
    await play.again()
    play.expect_position(LOSSLESS, 11)


async def R7_a_wrong_payload_is_asked_for_once_more(play: Play) -> None:
    await play.go_live()
    await play.update(LOSSLESS, 11, payload="no order")
    request = await play.request(LOSSLESS)
    expect_recover(request, 10)
    await play.accept(LOSSLESS, request, seq=10, recovered=True)
    await play.update(LOSSLESS, 11)
    await play.again()
    play.expect_position(LOSSLESS, 11)
