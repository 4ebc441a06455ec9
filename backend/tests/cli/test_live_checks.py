"""What `doctor` asks a running server."""

import json

from trading_api.cli.checks.live import ServerProbe
from trading_api.cli.running_server import FILE_NAME, announce

# Above the largest process id that Linux gives out.
NO_SUCH_PID = 2**22 + 1


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
    assert found["updates of bars AAPL"] == "not checked"
    assert found["heartbeat"] == "ok"
