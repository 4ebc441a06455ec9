"""A client that asks for nearly all of an account's past, in a process of its own.

`python -m long_backlog.reader PORT ACCOUNT EPOCH SEQ UNTIL` prints what it came to as one line.
"""

import asyncio
import json
import sys
import time
from typing import Any

from websockets.asyncio.client import connect

SEQ = '"seq":'


async def read(port: int, account_id: str, epoch: str, seq: int, until: int) -> dict[str, Any]:
    """Recover `account` from `seq` and read until `until`; every number must follow the last."""
    request = {
        "type": "account.subscribe", "id": 1, "payload": {"accountId": account_id},
        "recover": {"epoch": epoch, "seq": seq},
    }  # fmt: skip
    began_s, position, size, largest = time.monotonic(), seq, 0, 0
    url = f"ws://127.0.0.1:{port}/api/v1/ws"
    async with connect(url, proxy=None, compression=None, ping_interval=None) as socket:
        await socket.send(json.dumps(request))
        answer = json.loads(await socket.recv())["payload"]
        if not answer.get("recovered"):
            return {"fault": f"expected to recover from {seq}, got {answer}"}
        while position < until:
            text = await socket.recv()
            assert isinstance(text, str)
            number = seq_of(text)
            if number != position + 1:
                return {"fault": f"expected {position + 1}, got {text[:200]}"}
            position, size = number, size + len(text)
            largest = max(largest, len(text))
    seconds = time.monotonic() - began_s
    return {"updates": position - seq, "bytes": size, "largest": largest, "seconds": seconds}


def seq_of(text: str) -> int:
    """Return the number of an update frame without parsing it: the last member named `seq`."""
    digits = text.rindex(SEQ) + len(SEQ)
    end = digits
    while text[end].isdigit():
        end += 1
    return int(text[digits:end])


def main() -> None:
    port, account_id, epoch, seq, until = sys.argv[1:]
    print(json.dumps(asyncio.run(read(int(port), account_id, epoch, int(seq), int(until)))))


if __name__ == "__main__":
    main()
