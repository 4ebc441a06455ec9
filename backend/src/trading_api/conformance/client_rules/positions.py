"""Scenes of rules S1, S5, T3 and R1: when a client holds a position, and which.

What a client holds is seen by the `recover` of its next connection.
"""

from trading_api.conformance.play import Play
from trading_api.conformance.streams_of_the_play import LATEST, LOSSLESS
from trading_api.conformance.verdicts import expect


async def F8_a_ping_follows_the_opening(play: Play) -> None:
    await play.go_live()
    is_ping = [frame["type"] == "ping" for frame in play.guest.frames]
    if not any(is_ping):
        await play.guest.until(lambda one: one["type"] == "ping", play.pace.answer_s, "a ping")
    await play.again()


async def S5_half_a_state_is_no_position(play: Play) -> None:
    await play.go_live(LOSSLESS)
    await play.accept(LOSSLESS, play.asked[LOSSLESS.route], epoch="half", seq=5, snapshot=3)
    for _ in range(2):
        await play.update(LOSSLESS, 5, snapshot=True)
    await play.again()
    recover = play.asked[LOSSLESS.route].get("recover") or {}
    expect(recover.get("epoch") != "half", "no position in a state that came half", recover)


async def S5_a_whole_state_is_a_position(play: Play) -> None:
    await play.go_live(LOSSLESS)
    await play.accept(LOSSLESS, play.asked[LOSSLESS.route], seq=5, snapshot=2)
    for _ in range(2):
        await play.update(LOSSLESS, 5, snapshot=True)
    await play.again()
    play.expect_position(LOSSLESS, 5)


async def R1_what_came_after_the_state_counts(play: Play) -> None:
    await play.go_live()
    for seq in (11, 12, 13):
        await play.update(LOSSLESS, seq)
    await play.again()
    play.expect_position(LOSSLESS, 13)
    play.expect_position(LATEST, 10)


async def R1_what_is_recovered_goes_on(play: Play) -> None:
    await play.go_live(LOSSLESS)
    await play.accept(LOSSLESS, play.asked[LOSSLESS.route], seq=13, recovered=True)
    for seq in (14, 15):
        await play.update(LOSSLESS, seq)
    await play.again()
    play.expect_position(LOSSLESS, 15)


async def R1_what_is_not_recovered_begins_anew(play: Play) -> None:
    await play.go_live(LOSSLESS)
    await play.accept(LOSSLESS, play.asked[LOSSLESS.route], epoch="another", seq=3, snapshot=1)
    await play.update(LOSSLESS, 3, snapshot=True)
    await play.update(LOSSLESS, 4)
    await play.again()
    play.expect_position(LOSSLESS, 4, epoch="another")


async def R3_each_topic_is_asked_for_once(play: Play) -> None:
    await play.go_live()
    asked = await play.guest.during(play.pace.quiet_s)
    expect(not asked, "one request for each topic", asked)
    await play.again()


async def R3_what_comes_before_the_response_is_dropped(play: Play) -> None:
    await play.go_live(LOSSLESS)
    await play.update(LOSSLESS, 11)
    await play.accept(LOSSLESS, play.asked[LOSSLESS.route], seq=10)
    await play.again()
    play.expect_position(LOSSLESS, 10)


async def T3_the_response_names_the_topic(play: Play) -> None:
    await play.go_live(LOSSLESS)
    topic = 'orders:{"accountId":"demo","kind":"all"}'
    await play.accept(LOSSLESS, play.asked[LOSSLESS.route], seq=10, topic=topic)
    await play.update(LOSSLESS, 11)
    await play.again()
    play.expect_position(LOSSLESS, 11)
