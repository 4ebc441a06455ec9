import asyncio

from trading_api.shared.ws.transport.deadlines import Deadlines, Keepalive

SOON_S, NEVER_S = 0.005, 1000.0


class Socket:
    """A socket that shows life, moves and is blocked as the test says."""

    def __init__(self, *, lives: bool = True, moves: bool = True, is_blocked: bool = False) -> None:
        self.lives = lives
        self.progress = moves
        self.is_blocked = is_blocked
        self.said: list[str] = []
        self.heard = asyncio.Event()

    def ping(self) -> None:
        self._say("ping")

    def shows_life(self) -> bool:
        self._say("asked")
        return self.lives

    def give_up(self) -> None:
        self._say("given up")

    def moves(self) -> bool:
        self._say("looked at")
        return self.progress

    def stalled(self) -> None:
        self._say("stalled")

    def _say(self, word: str) -> None:
        self.said.append(word)
        self.heard.set()

    async def until(self, words: int) -> list[str]:
        while len(self.said) < words:
            self.heard.clear()
            await self.heard.wait()
        return self.said[:words]


async def test_C1_what_is_due_is_called_once_in_order() -> None:
    due: list[str] = []
    done = asyncio.Event()

    def on_due(one: str) -> None:
        due.append(one)
        if len(due) == 2:
            done.set()

    deadlines = Deadlines[str](SOON_S, on_due)
    for one in ("a", "b", "c"):
        deadlines.add(one)
    deadlines.add("a")
    deadlines.discard("b")

    await done.wait()

    assert due == ["c", "a"]


async def test_C1_one_that_discards_another_is_heeded() -> None:
    due: list[str] = []
    done = asyncio.Event()

    def on_due(one: str) -> None:
        due.append(one)
        deadlines.discard("b")
        done.set()

    deadlines = Deadlines[str](SOON_S, on_due)
    deadlines.add("a")
    deadlines.add("b")
    await done.wait()

    assert due == ["a"] and "b" not in deadlines


async def test_C1_what_comes_later_is_due_later() -> None:
    first, second = asyncio.Event(), asyncio.Event()
    events = {"a": first, "b": second}
    deadlines = Deadlines[str](SOON_S, lambda one: events[one].set())
    deadlines.add("a")
    await first.wait()

    deadlines.add("b")
    await second.wait()

    assert "b" not in deadlines


async def test_C1_who_lives_is_asked_again_and_again() -> None:
    socket = Socket()
    Keepalive(SOON_S, SOON_S / 5, NEVER_S).watch(socket)

    said = await socket.until(4)

    assert said == ["ping", "asked", "ping", "asked"]


async def test_C1_who_shows_no_life_is_given_up() -> None:
    socket = Socket(lives=False)
    keepalive = Keepalive(SOON_S, SOON_S / 5, NEVER_S)
    keepalive.watch(socket)

    assert (await socket.until(3))[-1] == "given up"


async def test_C1_whose_output_is_blocked_is_not_asked() -> None:
    blocked, other = Socket(is_blocked=True), Socket()
    keepalive = Keepalive(SOON_S, NEVER_S, NEVER_S)
    keepalive.watch(blocked)
    keepalive.watch(other)

    await other.until(1)

    assert blocked.said == []


async def test_U1_who_takes_nothing_for_too_long_is_stalled() -> None:
    still = Socket(moves=False)
    Keepalive(NEVER_S, NEVER_S, SOON_S).blocked(still)

    assert await still.until(2) == ["looked at", "stalled"]


async def test_U1_who_takes_a_little_is_kept() -> None:
    slow = Socket(moves=True)
    keepalive = Keepalive(NEVER_S, NEVER_S, SOON_S)
    keepalive.blocked(slow)

    assert await slow.until(3) == ["looked at"] * 3
    keepalive.unblocked(slow)


async def test_C1_who_is_forgotten_hears_nothing() -> None:
    gone, other = Socket(), Socket()
    keepalive = Keepalive(SOON_S, SOON_S, SOON_S)
    for socket in (gone, other):
        keepalive.watch(socket)
        keepalive.blocked(socket)

    keepalive.forget(gone)
    await other.until(2)

    assert gone.said == []


async def test_C1_who_answered_is_asked_again_before_the_time_for_answers_is_over() -> None:
    one = Socket()
    keepalive = Keepalive(SOON_S, NEVER_S, NEVER_S)

    keepalive.watch(one)

    assert await one.until(5) == ["ping", "asked", "ping", "asked", "ping"]
    keepalive.forget(one)


async def test_C1_who_did_not_answer_yet_is_not_asked_twice() -> None:
    one = Socket(lives=False)
    keepalive = Keepalive(SOON_S, NEVER_S, NEVER_S)

    keepalive.watch(one)

    assert await one.until(3) == ["ping", "asked", "asked"]
    keepalive.forget(one)
