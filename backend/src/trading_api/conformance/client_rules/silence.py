"""Scenes of rules C1 and R5 that take their time: played only when they are asked for."""

from trading_api.conformance.play import Play
from trading_api.conformance.streams_of_the_play import LATEST

# The rules' 25 s and 10 s, and what a busy machine needs.
SILENCE_S = 40.0
UNANSWERED_S = 20.0


async def C1_a_client_asks_who_is_silent_and_leaves_who_is_dead(play: Play) -> None:
    await play.go_live()
    await play.guest.during(play.pace.quiet_s)
    play.guest.answers_pings = False
    await play.guest.until(lambda one: one["type"] == "ping", SILENCE_S, "a ping after 25 s")
    await play.guest.left(UNANSWERED_S)
    await play.open(play.pace.back_s)


async def R5_a_request_that_goes_unanswered_ends_the_connection(play: Play) -> None:
    await play.go_live(LATEST)
    await play.guest.left(UNANSWERED_S)
    await play.open(play.pace.back_s)
