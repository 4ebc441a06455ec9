"""What `doctor` asks a running server."""

import json

from websockets.sync.client import connect

from trading_api.cli.checks.live import ServerProbe
from trading_api.cli.running_server import FILE_NAME, announce

# Above the largest process id that Linux gives out.
NO_SUCH_PID = 2**22 + 1


TICKS = "time,symbol,bid,ask\n" + "".join(
    f"2024-03-04T09:30:{second:02d}.{part}Z,ACME,1,2\n" for second in range(59) for part in "05"
)


def verdicts(data_dir):
    probe = ServerProbe(data_dir)
    found = {check.subject: check.examine().verdict for check in probe.checks()}
    probe.close()
    return found


def test_a_server_that_streams_passes_every_check(serve):
    server = serve()

    assert set(verdicts(server.data_dir).values()) == {"ok"}


def test_without_a_server_nothing_is_wrong(tmp_path):
    assert set(verdicts(tmp_path).values()) == {"not checked"}


def test_the_note_of_a_server_that_is_gone_counts_as_none(tmp_path):
    note = {"pid": NO_SUCH_PID, "url": "http://127.0.0.1:1", "started": "2026-01-01"}
    (tmp_path / FILE_NAME).write_text(json.dumps(note))

    assert set(verdicts(tmp_path).values()) == {"not checked"}


def test_a_server_that_does_not_answer_has_failed(tmp_path):
    announce(tmp_path, "http://127.0.0.1:1")

    assert verdicts(tmp_path)["its health"] == "failed"


def test_without_the_datafeed_the_subscription_fails_and_the_heartbeat_stands(serve):
    server = serve("--modules", "broker")

    found = verdicts(server.data_dir)

    assert found["subscription confirmed"] == "failed"
    assert found["updates of bars"] == "not checked"
    assert found["heartbeat"] == "ok"


def replayed(serve, folder):
    (folder / "ticks.csv").write_text(TICKS)
    return serve("--feed", "replay", "--replay-file", str(folder / "ticks.csv"))


def test_a_replay_that_has_not_begun_is_not_begun_by_the_doctor(serve, tmp_path):
    replayed(serve, tmp_path)

    for _ in range(2):
        found = verdicts(tmp_path)
        assert found["subscription confirmed"] == found["updates of bars"] == "not checked"


def test_the_updates_of_a_replay_are_those_of_its_own_symbol(serve, tmp_path):
    server = replayed(serve, tmp_path)
    with connect(server.ws_url, proxy=None) as page:
        topic = {"symbol": "ACME", "resolution": "1"}
        page.send(json.dumps({"type": "bars.subscribe", "payload": topic}))
        page.recv(timeout=10)

        assert set(verdicts(tmp_path).values()) == {"ok"}
