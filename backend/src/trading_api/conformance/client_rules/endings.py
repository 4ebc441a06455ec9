"""Scenes of rules C2, C3, E4, R5 and R7: refusals, the end of a topic, of a connection, of all."""

from trading_api.conformance.play import Play
from trading_api.conformance.streams_of_the_play import LATEST, LOSSLESS, RECENT
from trading_api.conformance.verdicts import Broken, NoAnswer

CUT, SLOW, REVOKED = 1006, 4008, 4500


async def C3_a_client_comes_back_to_who_drains(play: Play) -> None:
    await play.go_live()
    await play.guest.say({"type": "server.draining", "payload": {"grace_ms": 10_000}})
    await play.again()
    play.expect_position(LOSSLESS, 10)


async def C2_a_client_comes_back_after_a_cut(play: Play) -> None:
    await play.go_live()
    await play.again(CUT)
    play.expect_position(LOSSLESS, 10)


async def C2_a_client_that_was_slow_comes_back(play: Play) -> None:
    await play.go_live()
    await play.again(SLOW)
    play.expect_position(LOSSLESS, 10)


async def E4_a_word_on_a_topic_changes_no_subscription(play: Play) -> None:
    await play.go_live()
    await play.status(LATEST, state="stale", code="feed_silent", message="", temporary=True)
    await play.status(LATEST, state="live")
    await play.expect_no_request(LATEST)
    await play.again()
    play.expect_position(LATEST, 10)


async def E4_a_topic_that_ended_for_now_is_asked_for_again(play: Play) -> None:
    await play.go_live()
    await play.status(LATEST, state="ended", code="feed_lost", message="", temporary=True)
    await play.accept(LATEST, await play.request(LATEST), seq=20)
    await play.again()
    play.expect_position(LATEST, 20)


async def R5_what_is_refused_for_now_is_asked_for_again(play: Play) -> None:
    await play.go_live(LATEST)
    await play.refuse(play.asked[LATEST.route], "provider_busy", temporary=True)
    await play.accept(LATEST, await play.request(LATEST), seq=20)
    await play.again()
    play.expect_position(LATEST, 20)


async def R5_what_is_refused_for_good_is_not_asked_for_again(play: Play) -> None:
    await play.go_live(RECENT)
    await play.refuse(play.asked[RECENT.route], "unknown_symbol", temporary=False)
    play.failed.add(RECENT.route)
    await play.expect_no_request(RECENT)
    await play.again()


async def R7_a_payload_that_is_wrong_twice_is_given_up(play: Play) -> None:
    await play.go_live()
    await play.update(LOSSLESS, 11, payload="no order")
    await play.accept(LOSSLESS, await play.request(LOSSLESS), seq=10, recovered=True)
    await play.update(LOSSLESS, 11, payload="no order")
    play.failed.add(LOSSLESS.route)
    type_ = f"{LOSSLESS.route}.subscribe"
    asked = await play.guest.during(play.pace.quiet_s)
    if any(frame["type"] == type_ for frame in asked):
        raise Broken(f"no third {type_}", asked)
    await play.again()


async def C2_a_client_whose_credentials_are_gone_stays_away(play: Play) -> None:
    await play.go_live()
    await play.guest.close(REVOKED)
    try:
        await play.open(play.pace.gone_s)
    except NoAnswer:
        return
    raise Broken(f"no other connection after {REVOKED}", "one")
