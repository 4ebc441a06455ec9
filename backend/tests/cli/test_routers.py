"""`trading-pro routers generate`, on the modules of the product."""

from trading_api.cli import main


def test_the_committed_routers_are_current(capsys):
    assert main(["routers", "generate", "--check"]) == 0
    assert capsys.readouterr().out == "routers: up to date\n"
