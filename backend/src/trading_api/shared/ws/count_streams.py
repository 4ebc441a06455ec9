"""One look at everything that streams, for modules: the counts are kept anyway."""

from trading_api.shared.distribution import Distribution

from .hub.hub import HubTopic
from .stream_counts import StreamCounts, TimeCounts, TopicCounts
from .ws_app import WsApp


def count_streams(ws_app: WsApp) -> StreamCounts:
    """Look at an app's streams; called in the loop, takes a moment a connection and a topic."""
    living = list(ws_app.endpoint.connections)
    traffic = ws_app.hub.traffic.values()
    producers = ws_app.producers()
    return StreamCounts(
        connections=len(living),
        paused=sum(one.outbox.is_paused for one in living),
        subscriptions=sum(len(one.subscriptions) for one in living),
        outbox_bytes=sum(one.outbox.queued_bytes for one in living),
        updates=sum(one.updates for one in traffic),
        deliveries=sum(one.deliveries for one in traffic),
        skipped=sum(one.skipped for one in traffic),
        producers=sum(map(len, producers)),
        producer_restarts=sum(one.restarts for one in producers),
        is_draining=ws_app.draining.has_begun,
        write=_times(ws_app.write_latency.seconds),
        loop_lag=_times(ws_app.loop_watch.lag),
        topics=_topics(ws_app),
        ended=list(ws_app.endpoint.ended),
    )


def _times(distribution: Distribution) -> TimeCounts:
    return TimeCounts(distribution.bounds, distribution.counts)


def _topics(ws_app: WsApp) -> list[TopicCounts]:
    since_s = {topic.name: last_s for topic, last_s in ws_app.lifecycle.silent_since()}
    return [_topic(topic, since_s.get(topic.name)) for topic in ws_app.hub.topics.values()]


def _topic(topic: HubTopic, since_s: float | None) -> TopicCounts:
    trouble = topic.trouble
    state = "live" if trouble is None else trouble.state
    return TopicCounts(
        name=topic.name,
        epoch=topic.epoch,
        seq=topic.seq,
        listeners=len(topic.subscribers),
        state=None if since_s is None else state,
        code=None if trouble is None else trouble.code,
        last_update_s=since_s,
    )
