"""The control line of a fault proxy: a process that another language starts and steers.

`python -m trading_api.shared.ws.testing.fault_proxy_control HOST PORT` prints `{"port": N}`, then
obeys one JSON array a line on its standard input, such as `["reset"]`, `["half_open", "server"]`,
`["conditions", 0.05, 0.01, 65536]` or `["refuse", true]`. Each is answered by a line: how many
`connections` it met, or an `error`. The end of the input ends it.
"""

import argparse
import asyncio
import json
import sys
from typing import Any

from .fault_proxy import Conditions, FaultProxy

COMMANDS = ("reset", "close", "stall", "resume", "half_open", "refuse", "conditions", "target")


def obey(proxy: FaultProxy, line: str) -> dict[str, Any]:
    """Do what one line of the control asks; return its answer."""
    try:
        name, *values = json.loads(line)
        if name not in COMMANDS:
            raise ValueError(f"expected one of {', '.join(COMMANDS)}, got {name!r}")
        if name == "refuse":
            proxy.refusing = bool(values[0])
        elif name == "conditions":
            proxy.conditions = Conditions(*map(float, values))
        elif name == "target":
            proxy.target = (str(values[0]), int(values[1]))
        else:
            return {"connections": getattr(proxy, name)(*values)}
    except (ValueError, TypeError, IndexError) as refused:
        return {"error": f"{line.strip()[:200]}: {refused}"}
    return {"connections": proxy.connections}


async def serve(target: tuple[str, int], seed: int) -> None:
    """Run a proxy that obeys its standard input."""
    loop = asyncio.get_running_loop()
    async with FaultProxy(target, seed=seed) as proxy:
        _say({"port": proxy.port})
        while line := await loop.run_in_executor(None, sys.stdin.readline):
            _say(obey(proxy, line))


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(prog="fault_proxy", description=__doc__)
    parser.add_argument("host")
    parser.add_argument("port", type=int)
    parser.add_argument("--seed", type=int, default=0, help="of the jitter (0)")
    given = parser.parse_args()
    asyncio.run(serve((given.host, given.port), given.seed))


if __name__ == "__main__":
    main()
