"""What holds of everything that a client has sent, in all of its connections."""

import json

from trading_api.conformance.guest import Guest
from trading_api.conformance.verdicts import expect

MAX_FRAME = 64 * 1024
MAX_ARRAY = 500
LARGEST = 2**53


def F3_ids_are_usable_and_each_is_in_flight_once(guest: Guest) -> None:
    requests = [one for one in guest.frames if one["type"].endswith("subscribe")]
    for one in requests:
        request_id = one.get("id", 0)
        is_text = isinstance(request_id, str) and len(request_id) <= 64
        is_number = type(request_id) is int and abs(request_id) <= LARGEST
        expect(is_text or is_number, "an id of 64 characters, or an integer", one)
    ids = [json.dumps(one["id"]) for one in requests if "id" in one]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    expect(not twice, "an id of its own for each request", twice)


def F5_frames_are_text_of_64_kib_at_most(guest: Guest) -> None:
    for message in guest.messages:
        expect(isinstance(message, str), "text", "a binary frame")
        size = len(message.encode()) if isinstance(message, str) else len(message)
        expect(size <= MAX_FRAME, "64 KiB at most", size)


def F7_arrays_hold_1_to_500_frames(guest: Guest) -> None:
    for message in guest.messages:
        heard = json.loads(message)
        if isinstance(heard, list):
            expect(0 < len(heard) <= MAX_ARRAY, "1 to 500 frames", len(heard))
