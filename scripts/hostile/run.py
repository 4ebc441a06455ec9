"""`make hostile` and `make churn`: the full runs; prints figures and ends with 1 on a fault."""

import argparse
import asyncio
import secrets
import sys

from .churn import Churn, churn
from .flood import Flood, flood
from .process import ServerProcess, server_process


def main() -> int:
    parser = argparse.ArgumentParser(prog="hostile")
    parser.add_argument("run", choices=("flood", "churn"))
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--connections", type=int, default=200)
    parser.add_argument("--clients", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32))
    arguments = parser.parse_args()
    with server_process(linger_s="0") as server:
        outcome = asyncio.run(_run(arguments, server))
    faults = list(outcome.faults())
    print(f"{arguments.run} --seed {arguments.seed}: {outcome.figures()}")
    for fault in faults:
        print(f"FAULT: {fault}")
    return 1 if faults else 0


async def _run(arguments: argparse.Namespace, server: ServerProcess) -> Flood | Churn:
    if arguments.run == "flood":
        return await flood(
            server,
            messages=arguments.messages,
            connections=arguments.connections,
            seed=arguments.seed,
        )
    return await churn(
        server, clients=arguments.clients, seconds=arguments.seconds, seed=arguments.seed
    )


if __name__ == "__main__":
    sys.exit(main())
