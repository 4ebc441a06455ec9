"""What is logged of the ledger names the account and the step."""

import pytest

from trading_api.modules.broker.engine.testing import quote
from trading_api.modules.broker.ledger.tests.orders import buy
from trading_api.modules.broker.ledger.tests.test_faults import POISON, fail_once, fragile


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what was logged, each line up to its step."""
    messages = (record.getMessage().split() for record in caplog.records)
    return [" ".join(words[:3]) for words in messages]


def test_a_failed_commit_is_a_line_for_each_of_its_accounts(path, caplog):
    bench = fragile(path)
    bench.command(buy(1))
    fail_once(bench)

    bench.settle(bench.request(buy(1)), bench.request(buy(2), account_id="other"))

    assert lines(caplog) == [
        "commit_failed account=demo step=3",
        "commit_failed account=other step=1",
    ]
    bench.close()


def test_a_command_that_breaks_names_whose_it_was(path, caplog):
    bench = fragile(path)

    bench.command(buy(POISON))

    assert lines(caplog) == ["command_failed account=demo step=1"]
    bench.close()


def test_a_suspended_account_is_named_with_its_last_step(path, caplog):
    bench = fragile(path)
    bench.command(buy(1))
    bench.feed.add(quote(10, POISON, 10_000))

    bench.settle()

    expected = ["account_failed account=demo step=3", "account_suspended account=demo step=3"]
    assert lines(caplog) == expected
    bench.close()
