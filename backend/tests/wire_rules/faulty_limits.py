"""Planted faults of limits, lists, names and slow readers, each against the rule it breaks."""

from collections.abc import Iterable
from typing import Any

from tests.wire_rules.faulty_frames import payload
from tests.wire_rules.faulty_server import Fault, Hangup, Message
from tests.wire_rules.faulty_streams import is_answer, is_update

Frame = dict[str, Any]
SOON = {"ping_interval_s": 0.1, "ping_timeout_s": 0.1, "bad_frames_s": 0.1}
FEW = {"connections": 20}
COMES_BACK = {"close_codes": {4508: {"terminal": False, "reason": "too many bad frames"}}}


class PagesOfOtherPortsAreServed(Fault):
    rule = "A1"
    checks_ports = False


class NobodyIsAskedForLife(Fault):
    rule = "C1"
    judgement = "a client that only listens is asked for life and not cut"
    stated = SOON


class WhoShowsNoLifeIsKept(Fault):
    rule = "C1"
    judgement = "who shows no life is cut"
    outcome = "no answer"
    stated = SOON


class WhoAsksMuchIsCut(Fault):
    rule = "C1"
    judgement = "whose frames are read later is not cut"
    stated = SOON
    asks = 0

    def asked(self, message: Message) -> Iterable[Message]:
        self.asks += 1
        if self.asks > 50:
            raise Hangup(1011)
        yield message


class TheKernelHoldsWhatItLikes(Fault):
    # A relay has the buffers of its own.
    rule = "C1"
    stated = SOON
    judgement = "what waits for who does not read is bounded"


class ClosesGiveNoReason(Fault):
    rule = "C2"
    gives_reasons = False


class AbuseMayComeBack(Fault):
    rule = "C2"
    stated = COMES_BACK


class FramesAreReadAsTheyCome(Fault):
    rule = "E2"
    judgement = "frames beyond the pace are read later"

    def __init__(self) -> None:
        self.pings: list[str] = []

    def asked(self, message: Message) -> Iterable[Message]:
        if '"id": "' in str(message) or not str(message).startswith('{"type": "ping"'):
            yield message
            return
        self.pings.append(str(message))
        # An array counts as one frame.
        if len(self.pings) == 50:
            yield f"[{','.join(self.pings)}]"
            self.pings.clear()


class OneSubscriptionMoreIsOk(Fault):
    rule = "E2"
    judgement = "one subscription too many is refused"

    def told(self, frame: Frame) -> Iterable[Any]:
        is_refused = frame.get("payload", {}).get("code") == "limit_exceeded"
        yield payload(frame, status="ok") if is_refused else frame


class EverybodyComesIn(Fault):
    rule = "E2"
    judgement = "one connection too many is refused"
    stated = FEW


class TheLastAnswerIsLost(Fault):
    rule = "E3"
    judgement = "too many bad frames close with 4508"
    errors = 0

    def told(self, frame: Frame) -> Iterable[Any]:
        self.errors += frame["type"] == "error"
        if self.errors != 100:
            yield frame


class MistakesAreCountedForEver(Fault):
    rule = "E3"
    judgement = "mistakes are forgotten after their window"
    stated = SOON


class TheIdOfTwoIsEchoedTwice(Fault):
    rule = "F3"

    def told(self, frame: Frame) -> Iterable[Any]:
        is_bare = frame["type"] == "pong" and "id" not in frame
        yield {**frame, "id": "twice"} if is_bare else frame


class AnIdIsUsedUp(Fault):
    rule = "F3"
    answers = 0

    def told(self, frame: Frame) -> Iterable[Any]:
        self.answers += frame.get("id") == "again"
        if self.answers == 2:
            frame = {name: one for name, one in frame.items() if name != "id"}
        yield frame


class BlanksAreCutOff(Fault):
    rule = "F4"

    def asked(self, message: Message) -> Iterable[Message]:
        yield str(message).replace('" x"', '"x"')


class CharactersAreCountedForBytes(Fault):
    rule = "F5"
    max_frame = 4 * 64 * 1024
    outcome = "no answer"
    judgement = "bytes are counted and not characters"

    def asked(self, message: Message) -> Iterable[Message]:
        yield message if len(message) > 64 * 1024 else "no frame"


class AnotherContractIsNamed(Fault):
    rule = "F8"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, contract=2)


class AListIsElsewhere(Fault):
    rule = "R6"
    list_place = ("e1", 10**9)


class AListHasAnotherEpoch(Fault):
    rule = "R6"
    list_place = ("e2", 5)


class EveryRefusalIsAFailure(Fault):
    rule = "S4"

    def told(self, frame: Frame) -> Iterable[Any]:
        is_unknown = frame["payload"].get("code") == "unknown_symbol"
        yield payload(frame, code="topic_failed") if is_unknown else frame


class TopicsAreEscaped(Fault):
    rule = "T1"
    judgement = "hard texts have one spelling"

    def told(self, frame: Frame) -> Iterable[Any]:
        topic = frame["payload"].get("topic", "").encode("unicode_escape").decode()
        yield payload(frame, topic=topic) if topic else frame


class IntegersAreFloats(Fault):
    rule = "T1"

    def asked(self, message: Message) -> Iterable[Message]:
        yield str(message).replace("9007199254740992", "9007199254740991")


class AKeyIsForgotten(Fault):
    rule = "U2"
    judgement = "who stops to read gets the newest of each key"
    outcome = "no answer"
    asks = 0
    skipped = 0

    def asked(self, message: Message) -> Iterable[Message]:
        # Who fills his connection is the one that does not read.
        self.asks += str(message).startswith("[")
        yield message

    def told(self, frame: Frame) -> Iterable[Any]:
        if not self.asks or not is_update(frame, "newest"):
            yield frame
            return
        self.skipped += frame["payload"].get("skipped", 0)
        if frame["payload"]["payload"]["key"] == "1":
            self.skipped += 1
            return
        yield payload(frame, skipped=self.skipped or None)
        self.skipped = 0


class ASeriesShowsItsPast(Fault):
    rule = "U2"
    judgement = "a series shows its newest alone"
    routes = frozenset({"series"})

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, snapshot=2) if is_answer(frame) else frame


class MoreIsHeldThanIsSaid(Fault):
    rule = "U3"
    judgement = "no more is held than the document states"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, snapshot=21) if is_answer(frame, delivery="recent") else frame


class TheLastUpdateComesAgain(Fault):
    rule = "U3"
    judgement = "who missed nothing gets nothing again"
    last: Frame | None = None

    def told(self, frame: Frame) -> Iterable[Any]:
        yield frame
        if is_update(frame):
            self.last = frame
        elif is_answer(frame, recovered=True) and self.last is not None:
            yield self.last


class StepsChangePlaces(Fault):
    rule = "U7"
    routes = frozenset({"orders", "executions", "positions"})
    held: Frame | None = None

    def told(self, frame: Frame) -> Iterable[Any]:
        if is_update(frame, "orders"):
            self.held = frame
            return
        yield frame
        if is_update(frame, "positions") and self.held is not None:
            yield self.held
