"""Planted faults of frames and requests, each against the rule it breaks."""

import json
from collections.abc import Iterable
from typing import Any

from tests.wire_rules.faulty_server import Fault, Hangup, Message

Frame = dict[str, Any]


def payload(frame: Frame, **changed: Any) -> Frame:
    """Return the frame with members of its payload changed; None takes one out."""
    members = {**frame["payload"], **changed}
    return {**frame, "payload": {name: one for name, one in members.items() if one is not None}}


class MistakesHaveAnotherCode(Fault):
    rule = "F1"

    def told(self, frame: Frame) -> Iterable[Any]:
        is_error = frame["type"] == "error"
        yield payload(frame, code="bad_request") if is_error else frame


class MistakesAreToldTwice(Fault):
    rule = "F1"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield from [frame, frame] if frame["type"] == "error" else [frame]


class BinaryIsPassedOver(Fault):
    rule = "F1"
    outcome = "no answer"

    def asked(self, message: Message) -> Iterable[Message]:
        if isinstance(message, str):
            yield message


class NoJsonEndsTheConnection(Fault):
    rule = "F1"

    def told(self, frame: Frame) -> Iterable[Any]:
        if frame["type"] == "error":
            raise Hangup(1003)
        yield frame


class FramesAreBinary(Fault):
    rule = "F8"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield json.dumps(frame).encode()


class UnknownTypesAreInvalidFrames(Fault):
    rule = "F2"

    def told(self, frame: Frame) -> Iterable[Any]:
        is_error = frame["type"] == "error"
        yield payload(frame, code="invalid_frame") if is_error else frame


class UnknownTypesArePassedOver(Fault):
    rule = "F2"
    outcome = "no answer"

    def told(self, frame: Frame) -> Iterable[Any]:
        if frame["type"] != "error":
            yield frame


class ABadPayloadEndsTheConnection(Fault):
    rule = "F2"

    def told(self, frame: Frame) -> Iterable[Any]:
        if frame.get("payload", {}).get("code") == "invalid_payload":
            raise Hangup(1008)
        yield frame


class ABadPayloadIsAnErrorOfNoRoute(Fault):
    rule = "F2"

    def told(self, frame: Frame) -> Iterable[Any]:
        is_bad = frame.get("payload", {}).get("code") == "invalid_payload"
        yield {**frame, "type": "error"} if is_bad else frame


class AnswersHaveNoId(Fault):
    rule = "F3"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield {name: one for name, one in frame.items() if name != "id"}


class IdsBecomeText(Fault):
    rule = "F3"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield {**frame, "id": str(frame["id"])} if "id" in frame else frame


class AnyIdIsEchoed(Fault):
    rule = "F3"
    last: Any = None

    def asked(self, message: Message) -> Iterable[Message]:
        self.last = json.loads(message).get("id")
        yield message

    def told(self, frame: Frame) -> Iterable[Any]:
        yield {**frame, "id": self.last}


class UnknownMembersOfRequestsAreTaken(Fault):
    rule = "F4"

    def asked(self, message: Message) -> Iterable[Message]:
        yield str(message).replace(', "no_such_member": 1', "")


class UnknownMembersOfFramesAreRefused(Fault):
    rule = "F4"

    def asked(self, message: Message) -> Iterable[Message]:
        is_newer = '"ping"' in str(message) and '"newer"' in str(message)
        yield "no frame" if is_newer else message


class LargeFramesCloseWith1000(Fault):
    rule = "F5"
    max_frame = 2 * 64 * 1024

    def asked(self, message: Message) -> Iterable[Message]:
        if len(message) > 64 * 1024:
            raise Hangup(1000)
        yield message


class FramesAreLarge(Fault):
    rule = "F5"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield {**frame, "padding": "x" * 256 * 1024}


class TheServerSpeaksFirst(Fault):
    rule = "F6"
    greeting = '{"type": "hello"}'


class ArraysAreAnsweredBackwards(Fault):
    rule = "F7"

    def asked(self, message: Message) -> Iterable[Message]:
        yield json.dumps(json.loads(message)[::-1])


class ArraysAreNoFrames(Fault):
    rule = "F7"
    outcome = "no answer"

    def asked(self, message: Message) -> Iterable[Message]:
        yield "no frame" if message[:1] == "[" else message


class AnEmptyArrayIsPassedOver(Fault):
    rule = "F7"
    outcome = "no answer"

    def asked(self, message: Message) -> Iterable[Message]:
        if message != "[]":
            yield message


class APingIsNotAnswered(Fault):
    rule = "F8"
    outcome = "no answer"

    def told(self, frame: Frame) -> Iterable[Any]:
        if frame["type"] != "pong":
            yield frame


class AClockOfSeconds(Fault):
    rule = "F8"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, ts=frame["payload"]["ts"] // 1000)


class APongForgetsTheClientsTime(Fault):
    rule = "F8"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, t=None)


class APongHasNoContract(Fault):
    rule = "F8"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, contract=None)


class TopicsAreSpelledInAnotherOrder(Fault):
    rule = "T1"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield _renamed(frame, 'newest:{"volume":3,"symbol":"x"}')


class TopicsAreUnknownText(Fault):
    rule = "T1"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield _renamed(frame, "newest/x/3")


class TopicsHaveBlanks(Fault):
    rule = "T1"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield _renamed(frame, 'newest:{"symbol": "x", "volume": 3}')


class LongTopicsAreUnknownSymbols(Fault):
    rule = "T1"

    def told(self, frame: Frame) -> Iterable[Any]:
        is_long = frame["payload"].get("code") == "topic_too_long"
        yield payload(frame, code="unknown_symbol") if is_long else frame


class RefusalsAreSilent(Fault):
    rule = "S4"
    outcome = "no answer"

    def told(self, frame: Frame) -> Iterable[Any]:
        if frame["payload"].get("status") != "error":
            yield frame


class RefusalsDoNotSayWhetherToTryAgain(Fault):
    rule = "S4"

    def told(self, frame: Frame) -> Iterable[Any]:
        yield payload(frame, temporary=None)


class RefusalsHaveCodesOfTheirOwn(Fault):
    rule = "S4"

    def told(self, frame: Frame) -> Iterable[Any]:
        is_refused = frame["payload"].get("status") == "error"
        yield payload(frame, code="E_SYMBOL") if is_refused else frame


class ForeignPagesAreServed(Fault):
    rule = "A1"
    checks_hosts = False


class BadFramesAreTakenForEver(Fault):
    rule = "E3"
    judgement = "too many bad frames close with 4508"
    outcome = "no answer"

    def closed(self, code: int) -> int | None:
        return None


class FiftyBadFramesAreTooMany(Fault):
    rule = "E3"
    judgement = "one bad frame less is tolerated"
    errors = 0

    def told(self, frame: Frame) -> Iterable[Any]:
        self.errors += frame["type"] == "error"
        if self.errors > 50:
            raise Hangup(4508)
        yield frame


class BadFramesCloseWith1008(Fault):
    rule = "E3"
    judgement = "too many bad frames close with 4508"

    def closed(self, code: int) -> int | None:
        return 1008


def _renamed(frame: Frame, topic: str) -> Frame:
    is_named = "topic" in frame["payload"] and frame["type"].startswith("newest.")
    return payload(frame, topic=topic) if is_named else frame
