"""Runs the Autobahn cases in an interpreter that has kosoku; prints one JSON list of verdicts.

Run as `python -m conformance.runner HOST:PORT`, with the folder of kosoku on the path.
"""

import asyncio
import json
import sys
from typing import Any

from kosoku import FailureError, run_fuzzingclient  # type: ignore[import-not-found]

# Cases mostly wait; more at once than this only wait for a core.
AT_ONCE = 8


async def main(address: str) -> None:
    try:
        results = await run_fuzzingclient(address, concurrency=AT_ONCE)
    except FailureError as failed:
        # Some are expected to fail; who asked judges.
        results = failed.results
    json.dump([_row(one) for one in results], sys.stdout)


def _row(result: Any) -> tuple[object, ...]:
    verdicts = (result.behavior.value, result.behavior_close.value)
    return (result.case_id, *verdicts, result.remote_close_code, result.passed)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
