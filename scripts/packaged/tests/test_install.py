"""The wheel in an empty environment that cannot be written, run by a user without rights."""

import re

import pytest
from packaged.address import receive, subscribe
from packaged.installation import Installation
from packaged.served import Served, served

from trading_api.settings import Settings

AAPL = {"symbol": "AAPL", "resolution": "1"}


def test_whoever_runs_it_cannot_write_into_it(installation: Installation) -> None:
    file = installation.package / "written.py"

    done = installation.run("python", "-c", f"open({str(file)!r}, 'w')")

    assert "PermissionError" in done.stderr


def test_it_tells_its_version(installation: Installation) -> None:
    said = installation.run("trading-pro", "--version").stdout

    assert re.fullmatch(r"trading-pro \d+\.\d+\.\d+\n", said)


def test_it_answers_and_ends_well(installation: Installation) -> None:
    with served(installation) as server:
        health = server.address.ask("/api/v1/health").json()

        modules = Settings.model_fields["modules"].default.split(",")
        assert (health["status"], health["modules"]) == ("ok", modules)
        assert server.end() == 0
        assert "Traceback" not in server.log.read_text()


def test_the_page_and_all_that_it_loads_come_from_the_package(server: Served) -> None:
    page = server.address.ask("/")
    assets = re.findall(r'(?:src|href)="(/[^"]+)"', page.body.decode())

    assert page.status == 200 and page.headers["content-type"].startswith("text/html")
    assert {path.rpartition(".")[2] for path in assets} >= {"js", "css"}
    for path in assets:
        reply = server.address.ask(path)
        assert reply.status == 200 and "html" not in reply.headers["content-type"], path


def test_bars_are_streamed(server: Served) -> None:
    with server.address.connect(origin=server.address.origin) as client:
        answer = subscribe(client, "bars", AAPL)
        update = receive(client, "bars.update")

    assert answer["status"] == "ok"
    assert update["payload"]["close"] > 0


@pytest.mark.parametrize("route", ["weather", "strikes"])
def test_a_module_of_another_package_streams(server: Served, route: str) -> None:
    with server.address.connect() as client:
        answer = subscribe(client, route, {"station": "harbour"})
        update = receive(client, f"{route}.update")

    assert answer["topic"] == update["topic"] == f'{route}:{{"station":"harbour"}}'


def test_a_module_of_another_package_is_described(server: Served) -> None:
    asyncapi = server.address.ask("/api/v1/ws/asyncapi.json").json()
    stations = server.address.ask("/api/v1/weather/stations").json()

    assert "strikes.update" in asyncapi["operations"]
    assert {"name": "harbour"} in stations


def test_doctor_finds_nothing(installation: Installation, server: Served) -> None:
    done = installation.run(
        "trading-pro", "doctor", "--data-dir", str(server.data_dir), TP_MODULES="datafeed,weather"
    )

    assert done.returncode == 0, done.stdout
    assert f"user interface: built, in {installation.package / 'ui'}" in done.stdout
    assert "weather (of acme-weather 1.0.0)" in done.stdout
    assert "not enabled: broker (of Trading Pro itself)" in done.stdout


def test_stale_routers_of_a_read_only_install_are_named(installation: Installation) -> None:
    folder = installation.package / "modules" / "broker" / "ws_generated"
    file = folder / "order_ws_router.py"
    text = file.read_text()
    file.chmod(0o644)
    file.write_text(text + "# stale\n")
    try:
        file.chmod(0o444)
        done = installation.run("trading-pro", "serve", TP_PORT="0")
    finally:
        file.chmod(0o644)
        file.write_text(text)
        file.chmod(0o444)

    assert done.returncode == 2
    assert f"{file} is out of date and cannot be written (Permission denied)" in done.stderr
