from trading_api.shared.ws.delivery.outbox import Outbox


class Waiter:
    def __init__(self) -> None:
        self.drains = 0

    def drained(self) -> None:
        self.drains += 1


def test_U4_the_outbox_says_when_its_bound_is_reached() -> None:
    outbox = Outbox(4, lambda: None)

    outbox.append("abcd")

    assert not outbox.has_room
    assert outbox.take() == ["abcd"]
    assert outbox.has_room


def test_S1_frames_leave_in_the_order_they_were_queued() -> None:
    outbox = Outbox(100, lambda: None)
    for frame in ("response", "snapshot", "update"):
        outbox.append(frame)

    assert outbox.take() == ["response", "snapshot", "update"]


def test_S1_an_owner_discards_its_unsent_frames_and_nobody_elses() -> None:
    outbox, mine, theirs = Outbox(100, lambda: None), Waiter(), Waiter()
    outbox.append("mine", mine)
    outbox.append("theirs", theirs)

    outbox.discard(mine)

    assert outbox.take() == ["theirs"]


class Measured(str):
    """A frame that counts how often it is looked at."""

    looks = 0

    def __len__(self) -> int:
        Measured.looks += 1
        return super().__len__()


def test_U4_discarding_does_not_walk_through_the_frames_of_others() -> None:
    outbox, owners = Outbox(10_000, lambda: None), [Waiter() for _ in range(50)]
    for owner in owners:
        outbox.append(Measured("frame"), owner)
    before = Measured.looks

    for owner in owners[1:]:
        outbox.discard(owner)

    assert Measured.looks == before
    assert outbox.take() == ["frame"] and outbox.has_room


def test_U4_who_waits_goes_on_once_when_the_socket_has_accepted() -> None:
    outbox, waiter = Outbox(100, lambda: None), Waiter()
    outbox.append("a")
    outbox.take()
    outbox.wait(waiter)
    assert outbox.in_flight and waiter.drains == 0

    outbox.written()
    outbox.written()

    assert waiter.drains == 1 and not outbox.in_flight


def test_U4_a_wait_is_forgotten_with_its_owner() -> None:
    outbox, waiter = Outbox(100, lambda: None), Waiter()
    outbox.wait(waiter)

    outbox.discard(waiter)
    outbox.written()

    assert waiter.drains == 0


def test_the_writer_is_woken_for_frames_and_for_who_waits() -> None:
    wakes: list[int] = []
    outbox = Outbox(100, lambda: wakes.append(1))

    outbox.append("a")
    outbox.wait(Waiter())

    assert len(wakes) == 2
