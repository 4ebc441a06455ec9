"""How `doctor` reports; what it looks at is tested beside each check."""

from trading_api.cli import main
from trading_api.cli.doctor import checks_of, report
from trading_api.shared.diagnostics import Check, failed, not_checked, ok


def test_each_check_is_one_line_under_its_trouble(capsys):
    failures = report(
        [
            Check("No updates received", "a server runs", lambda: ok("on port 1")),
            Check("No updates received", "its health", lambda: failed("it says 'bad'", "read it")),
            Check("Connection drops", "heartbeat", lambda: not_checked("no server", "start one")),
        ]
    )

    assert failures == 1
    assert capsys.readouterr().out == (
        "\nNo updates received\n"
        "  ok     a server runs: on port 1\n"
        "  FAILED its health: it says 'bad' -> read it\n"
        "\nConnection drops\n"
        "  -      heartbeat: no server -> start one\n"
    )


def test_what_cannot_be_checked_here_is_no_failure():
    assert report([Check("T", "s", lambda: not_checked("elsewhere"))]) == 0


def test_a_check_that_breaks_is_a_finding_and_the_next_one_runs(capsys):
    def breaks():
        raise OSError("disk gone")

    failures = report([Check("T", "first", breaks), Check("T", "second", lambda: ok("fine"))])

    assert failures == 1
    said = capsys.readouterr().out
    assert "FAILED first: OSError: disk gone -> mend that first" in said
    assert "ok     second: fine" in said


class PlainModule:
    name = "plain"


class DiagnosableModule:
    name = "vendor"

    def checks(self):
        return [Check("No updates received", "vendor's line", lambda: ok("up"))]


def test_modules_may_add_checks_of_their_own():
    added = list(checks_of([PlainModule(), DiagnosableModule()]))

    assert [check.subject for check in added] == ["vendor's line"]


def test_the_whole_troubleshooting_list_is_gone_through(capsys, tmp_path):
    code = main(["doctor", "--data-dir", str(tmp_path)])

    said = capsys.readouterr().out
    troubles = [line for line in said.splitlines() if line and not line.startswith(" ")][:-1]
    assert troubles == [
        "The product does not start",
        "Routers not generated",
        "Types don't compile",
        "No updates received",
        "Connection drops",
        "Tests fail unexpectedly",
        "The accounts do not trade",
        "Layouts, watchlists and settings are not kept",
    ]
    assert code == ("FAILED" in said)
