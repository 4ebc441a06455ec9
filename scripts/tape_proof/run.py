"""`make tape-proof`: a session with fills is recorded and played; what is heard must be equal."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path
from random import Random

from broker_proofs.killed_server import KilledServer

from tape_proof.comparing import Topic, compare
from tape_proof.session import record, trade, until_trading

SYMBOLS = ("AAPL", "MSFT")
# The playing begins with its first listener; the end of the tape comes a moment later.
LONGER_S = 3.0


async def prove(folder: Path, seconds: float, speed: float, seed: int) -> list[Topic]:
    """Record so many seconds, play them, and compare."""
    first, second = folder / "recorded.tape", folder / "played.tape"
    server = KilledServer(folder / "market")
    await server.launch()
    await server.answers()
    await until_trading(server.url)
    trading = asyncio.create_task(trade(server.url, SYMBOLS, 0.5, Random(seed)))
    updates = await record(server.url, first, SYMBOLS, seconds)
    if trading.done():
        trading.result()
    trading.cancel()
    await server.stop()
    print(f"recorded {updates:,} updates in {seconds:.0f} s, {first.stat().st_size:,} bytes")
    feed = ("--feed", f"tape:{first}", "--replay-speed", str(speed))
    player = KilledServer(folder / "playing", *feed)
    await player.launch()
    await player.answers()
    await record(player.url, second, SYMBOLS, seconds / speed + LONGER_S)
    await player.stop()
    print(f"played at {speed:g} times its speed")
    return compare(first, second)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make tape-proof", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--speed", type=float, default=20, help="at which the tape is played")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        seconds = 60 * arguments.minutes
        topics = asyncio.run(prove(Path(folder), seconds, arguments.speed, arguments.seed))
    for topic in topics:
        print(f"{topic.name}: {topic.recorded:,} recorded, {topic.equal:,} equal when played")
    differing = [topic for topic in topics if not topic.is_same]
    print(f"{len(topics)} topics, {len(differing)} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
