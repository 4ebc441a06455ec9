"""Clients that obey every rule but one."""

from collections.abc import Iterator
from typing import Any

from tests.wire_rules.model_client import Frame, ModelClient, Position, Topic, parsed


class NeverPings(ModelClient):
    rule = "F8"
    outcome = "no answer"

    def first_frames(self) -> Iterator[Frame]:
        yield from list(super().first_frames())[1:]


class HasOneIdForAll(ModelClient):
    rule = "F3"

    def new_id(self) -> Any:
        return 1


class HasLongIds(ModelClient):
    rule = "F3"

    def new_id(self) -> Any:
        return f"{super().new_id():>65}"


class SendsBinary(ModelClient):
    rule = "F5"

    async def opened(self) -> None:
        await super().opened()
        await self.send_raw(b'{"type":"ping"}')


class SendsLargeFrames(ModelClient):
    rule = "F5"

    async def opened(self) -> None:
        await self.send({"type": "ping", "payload": {"t": 1}, "pad": "x" * 65_536})
        await super().opened()


class SendsLongArrays(ModelClient):
    rule = "F7"

    async def opened(self) -> None:
        await self.send(*[{"type": "ping"}] * 501)
        await super().opened()


class HoldsHalfAState(ModelClient):
    rule = "S5"

    async def answered(self, topic: Topic, answer: Frame) -> None:
        await super().answered(topic, answer)
        if topic.missing:
            topic.position = topic.coming


class ForgetsAState(ModelClient):
    rule = "S5"

    async def updated(self, topic: Topic, update: Frame) -> None:
        await super().updated(topic, update)
        if "snapshot" in update:
            topic.position = None


class NeverRecovers(ModelClient):
    rule = "R1"

    def subscribe(self, topic: Topic, position: Position | None) -> Frame:
        return super().subscribe(topic, None)


class RecoversFromOneLater(ModelClient):
    rule = "R1"

    def subscribe(self, topic: Topic, position: Position | None) -> Frame:
        later = None if position is None else (position[0], position[1] + 1)
        return super().subscribe(topic, later)


class KeepsTheFirstEpoch(ModelClient):
    rule = "R1"

    async def answered(self, topic: Topic, answer: Frame) -> None:
        await super().answered(topic, {**answer, "epoch": "e"})


class TakesUpdatesBeforeTheResponse(ModelClient):
    rule = "R3"

    async def early(self, topic: Topic, payload: Frame) -> None:
        topic.coming = ("e", payload.get("seq", 0))

    async def answered(self, topic: Topic, answer: Frame) -> None:
        await super().answered(topic, answer)
        if topic.coming is not None:
            topic.position, topic.coming = topic.coming, None


class AsksTwice(ModelClient):
    rule = "R3"

    def first_frames(self) -> Iterator[Frame]:
        first = list(super().first_frames())
        yield from [*first, {**first[-1], "id": "again"}, first[-1]]


class ForgetsATopic(ModelClient):
    rule = "R3"
    outcome = "no answer"
    connections = 0

    def first_frames(self) -> Iterator[Frame]:
        self.connections += 1
        asked = list(super().first_frames())
        yield from asked[: 4 if self.connections == 1 else 3]


class NamesTopicsItself(ModelClient):
    rule = "T3"

    async def answered(self, topic: Topic, answer: Frame) -> None:
        await super().answered(topic, {**answer, "topic": f'{topic.route}:{{"accountId":"demo"}}'})


class TakesWhatItHas(ModelClient):
    rule = "U1"

    async def updated(self, topic: Topic, update: Frame) -> None:
        if topic.position is not None and update["seq"] <= topic.position[1]:
            topic.position = ("e", update["seq"])
        else:
            await super().updated(topic, update)


class SeesNoHoles(ModelClient):
    rule = "U1"
    outcome = "no answer"

    async def updated(self, topic: Topic, update: Frame) -> None:
        topic.position = max(topic.position or ("e", 0), ("e", update["seq"]))


class AsksForTheStateAtAHole(ModelClient):
    rule = "U1"

    async def resync(self, topic: Topic) -> None:
        await self.send(self.subscribe(topic, None))


class TakesSkippedForAHole(ModelClient):
    rule = "U2"

    async def updated(self, topic: Topic, update: Frame) -> None:
        await super().updated(topic, {**update, "skipped": 0})


class TakesAGapForAnEnd(ModelClient):
    rule = "U3"

    async def updated(self, topic: Topic, update: Frame) -> None:
        if "gap" in update:
            topic.position = ("", 0)
            await self.resync(topic)
        else:
            await super().updated(topic, update)


class LeavesAtUnknownTypes(ModelClient):
    rule = "F4"

    async def heard(self, text: str) -> None:
        frame = parsed(text)
        if frame is not None and frame["type"] == "weather.update":
            await self.leave()
        await super().heard(text)


class LeavesAtWhatIsNoFrame(ModelClient):
    rule = "R7"

    async def heard(self, text: str) -> None:
        if parsed(text) is None:
            await self.leave()
        await super().heard(text)


class TakesAnyPayload(ModelClient):
    rule = "R7"
    outcome = "no answer"

    def fits(self, update: Frame) -> bool:
        return True


class AsksForEver(ModelClient):
    rule = "R7"

    async def resync(self, topic: Topic) -> None:
        await self.send(self.subscribe(topic, topic.position))


class ComesBackWithoutCredentials(ModelClient):
    rule = "C2"

    def comes_back(self, code: int) -> bool:
        return True


class StaysAwayAfterACut(ModelClient):
    rule = "C2"
    outcome = "no answer"

    def comes_back(self, code: int) -> bool:
        return code != 1006


class StaysAwayWhenItWasSlow(ModelClient):
    rule = "C2"
    outcome = "no answer"

    def comes_back(self, code: int) -> bool:
        return code != 4008


class StaysAwayFromWhoDrains(ModelClient):
    rule = "C3"
    outcome = "no answer"

    def comes_back(self, code: int) -> bool:
        return code != 4000


class AsksAnewWhenItIsStale(ModelClient):
    rule = "E4"

    async def told(self, topic: Topic, status: Frame) -> None:
        await self.send(self.subscribe(topic, topic.position))


class TakesEveryEndForGood(ModelClient):
    rule = "E4"
    outcome = "no answer"

    async def told(self, topic: Topic, status: Frame) -> None: ...


class TakesEveryRefusalForGood(ModelClient):
    rule = "R5"
    outcome = "no answer"

    async def refused(self, topic: Topic, refusal: Frame) -> None:
        topic.is_failed = True


class AsksAgainWhatIsRefusedForGood(ModelClient):
    rule = "R5"

    async def refused(self, topic: Topic, refusal: Frame) -> None:
        await self.send(self.subscribe(topic, topic.position))
