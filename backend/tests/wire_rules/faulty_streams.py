"""Planted faults of subscriptions, numbers and recovery, each against the rule it breaks."""

from collections.abc import Iterable
from typing import Any

from tests.wire_rules.faulty_frames import payload
from tests.wire_rules.faulty_server import Fault, Message

Frame = dict[str, Any]


def is_answer(frame: Frame, **members: Any) -> bool:
    """Tell whether it is an ok to a subscribe, with these members."""
    if not frame["type"].endswith(".subscribe.response") or frame["payload"]["status"] != "ok":
        return False
    return all(frame["payload"][name] == one for name, one in members.items())


def is_update(frame: Frame, route: str = "") -> bool:
    return frame["type"].startswith(route) and frame["type"].endswith(".update")


class UpdatesComeBeforeTheResponse(Fault):
    rule = "S1"
    judgement = "the response comes before the updates"
    held: Frame | None = None

    def told(self, frame: Frame) -> Iterable[Any]:
        if is_answer(frame):
            self.held = frame
            return
        yield frame
        if is_update(frame) and self.held is not None:
            yield self.held
            self.held = None


class UpdatesComeAfterLeaving(Fault):
    rule = "S1"
    judgement = "after leaving nothing follows"
    last: Frame | None = None

    def told(self, frame: Frame) -> Iterable[Any]:
        yield frame
        if is_update(frame):
            self.last = frame
        elif ".unsubscribe." in frame["type"] and self.last is not None:
            yield self.last


class WhatWasHeldBackFollowsTheEnd(UpdatesComeAfterLeaving):
    judgement = "what was held back does not follow the end"


class RequestsOfATopicAreAnsweredInAnyOrder(Fault):
    rule = "S1"
    judgement = "requests of a topic are answered in order"
    held: Frame | None = None

    def told(self, frame: Frame) -> Iterable[Any]:
        if frame.get("id") == "r1":
            self.held = frame
            return
        yield frame
        if frame.get("id") == "r2" and self.held is not None:
            yield self.held


class ASecondSubscribeIsAFirst(Fault):
    rule = "S3"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, held=False) if is_answer(frame) else frame


class ASecondSubscribeBringsTheStateAgain(Fault):
    rule = "S3"
    last: Frame | None = None

    def told(self, frame: Frame) -> Iterable[Any]:
        if is_update(frame):
            self.last = frame
        yield frame
        if is_answer(frame, held=True) and self.last is not None:
            yield payload(self.last, snapshot=True)


class ASecondSubscribeForgetsThePosition(Fault):
    rule = "S3"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, seq=0) if is_answer(frame, held=True) else frame


class AResyncIsIgnored(Fault):
    rule = "S3"

    def told(self, frame: Frame) -> Iterable[Any]:
        is_again = is_answer(frame) and frame.get("id") == 2
        yield payload(frame, held=True, snapshot=0) if is_again else frame


class LeavingWhatIsNotHeldIsOk(Fault):
    rule = "S3"

    def told(self, frame: Frame) -> Iterable[Any]:
        is_refused = frame["payload"].get("code") == "not_subscribed"
        yield payload(frame, status="ok", code=None) if is_refused else frame


class TheDeliveryIsAnother(Fault):
    rule = "S5"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, delivery="sometimes") if is_answer(frame) else frame


class AnEpochIsANumber(Fault):
    rule = "S5"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, epoch=7) if is_answer(frame) else frame


class MorePartsAreAnnounced(Fault):
    rule = "S5"

    def told(self, frame: Frame) -> Iterable[Any]:
        more = frame["payload"].get("snapshot", 0) + 1
        yield payload(frame, snapshot=more) if is_answer(frame) else frame


class PartsAreNotMarked(Fault):
    rule = "S5"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, snapshot=None) if is_update(frame) else frame


class PartsHaveNumbersOfTheirOwn(Fault):
    rule = "S5"
    parts = 0

    def told(self, frame: Frame) -> Iterable[Any]:
        if is_update(frame) and "snapshot" in frame["payload"]:
            self.parts += 1
            frame = payload(frame, seq=frame["payload"]["seq"] + self.parts)
        yield frame


class TheStateComesAfterUpdates(Fault):
    rule = "S5"
    parts: tuple[Frame, ...] = ()

    def told(self, frame: Frame) -> Iterable[Any]:
        if is_update(frame) and "snapshot" in frame["payload"]:
            self.parts += (frame,)
            return
        yield frame
        if is_update(frame):
            yield from self.parts
            self.parts = ()


class ThePositionIsOneBehind(Fault):
    rule = "U1"
    judgement = "lossless updates come once and in order"

    def told(self, frame: Frame) -> Iterable[Any]:
        behind = frame["payload"].get("seq", 0) - 1
        yield payload(frame, seq=behind) if is_answer(frame, delivery="lossless") else frame


class UpdatesAreDoubled(Fault):
    rule = "U1"
    judgement = "lossless updates come once and in order"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield from [frame, frame] if is_update(frame, "record") else [frame]


class ALosslessUpdateIsLost(Fault):
    rule = "U1"
    judgement = "who stops to read misses nothing"

    def told(self, frame: Frame) -> Iterable[Any]:
        if not is_update(frame, "record") or frame["payload"]["seq"] % 4:
            yield frame


class AMissedUpdateIsLost(Fault):
    rule = "U1"
    judgement = "what was missed comes"
    routes = frozenset({"archive"})

    def told(self, frame: Frame) -> Iterable[Any]:
        if not is_update(frame) or frame["payload"]["seq"] != 7:
            yield frame


class UpdatesHaveNoTime(Fault):
    rule = "U1"
    judgement = "lossless updates come once and in order"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, ts=None) if is_update(frame) else frame


class UpdatesChangePlaces(Fault):
    rule = "U1"
    judgement = "lossless updates come once and in order"
    held: Frame | None = None

    def told(self, frame: Frame) -> Iterable[Any]:
        if is_update(frame, "record") and frame["payload"]["seq"] % 4 == 0:
            self.held = frame
            return
        yield frame
        if self.held is not None and is_update(frame, "record"):
            yield self.held
            self.held = None


class TimesAreSeconds(Fault):
    rule = "U2"
    judgement = "latest updates ascend and count what they skip"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, ts=frame["payload"]["ts"] // 1000) if is_update(frame) else frame


class NumbersAreText(Fault):
    rule = "U2"
    judgement = "latest updates ascend and count what they skip"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, seq=str(frame["payload"]["seq"])) if is_update(frame) else frame


class SkippedIsNought(Fault):
    rule = "U2"
    judgement = "latest updates ascend and count what they skip"

    def told(self, frame: Frame) -> Iterable[Any]:
        is_live = is_update(frame) and "snapshot" not in frame["payload"]
        yield payload(frame, skipped=0) if is_live else frame


class WhatIsSkippedIsNotCounted(Fault):
    rule = "U2"
    judgement = "who stops to read gets the newest of each key"

    def told(self, frame: Frame) -> Iterable[Any]:
        if not is_update(frame, "newest") or frame["payload"]["seq"] % 4:
            yield frame


class AKeyIsMissing(Fault):
    rule = "U2"
    judgement = "latest updates ascend and count what they skip"

    def told(self, frame: Frame) -> Iterable[Any]:
        is_live = is_update(frame, "newest") and "snapshot" not in frame["payload"]
        yield payload(frame, payload={"number": 1}) if is_live else frame


class AGapIsNotTold(Fault):
    rule = "U3"
    judgement = "who stops to read gets what is held"

    def told(self, frame: Frame) -> Iterable[Any]:
        is_live = is_update(frame, "tail") and "snapshot" not in frame["payload"]
        seq = frame["payload"].get("seq", 0)
        yield payload(frame, seq=seq * 2, skipped=seq) if is_live else frame


class ARecentUpdateIsLost(Fault):
    rule = "U3"
    judgement = "recent updates ascend and tell of gaps"

    def told(self, frame: Frame) -> Iterable[Any]:
        if not is_update(frame, "tail") or frame["payload"]["seq"] % 4:
            yield frame


class NothingIsRecovered(Fault):
    rule = "R1"

    def asked(self, message: Message) -> Iterable[Message]:
        yield str(message).replace('"recover": {"epoch": "', '"recover": {"epoch": "not-')


class EverythingIsRecovered(Fault):
    rule = "R1"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, recovered=True) if is_answer(frame) else frame


class ARecoveredUpdateIsMissing(Fault):
    rule = "R1"
    is_due = False

    def told(self, frame: Frame) -> Iterable[Any]:
        if is_answer(frame, recovered=True):
            self.is_due = True
        elif self.is_due and is_update(frame):
            self.is_due = False
            return
        yield frame


class ARecoveredUpdateIsAnother(Fault):
    rule = "R1"
    is_due = False

    def told(self, frame: Frame) -> Iterable[Any]:
        self.is_due = self.is_due or is_answer(frame, recovered=True)
        is_late = self.is_due and is_update(frame, "record")
        yield payload(frame, payload=-1) if is_late else frame


class ARecoveredUpdateHasTheTimeOfItsRecovery(Fault):
    rule = "R1"
    is_due = False

    def told(self, frame: Frame) -> Iterable[Any]:
        self.is_due = self.is_due or is_answer(frame, recovered=True)
        is_late = self.is_due and is_update(frame, "record")
        yield payload(frame, ts=1_800_000_000_000) if is_late else frame


class ARecoveryBeginsAnEpoch(Fault):
    rule = "R1"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, epoch="new") if is_answer(frame, recovered=True) else frame
