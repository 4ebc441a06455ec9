"""One contender in a process of its own: `python -m bars.worker NAME FILE`.

A line of JSON asks for pages, a line answers with how long each took by the clock and in this
process, in ms, and, when asked to show them, with the bars themselves.
"""

import json
import sys
import time
from pathlib import Path

from .contenders import CONTENDERS, Page


def main(name: str, path: str) -> None:
    answer = CONTENDERS[name](Path(path))
    print("ready", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        times, shown = [], []
        for page in asked["pages"]:
            begun, worked = time.perf_counter(), time.process_time()
            text = answer(Page(*page))
            taken_s = (time.perf_counter() - begun, time.process_time() - worked)
            times.append([1000 * one for one in taken_s])
            if asked["show"]:
                shown.append(json.loads(text) if text else None)
        print(json.dumps({"times": times, "shown": shown}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
