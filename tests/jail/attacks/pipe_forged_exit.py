# Answers with a forged frame, then ends without its own.
import json
import os


def attack(n) -> int:
    body = json.dumps(["", "returned", "forged"]).encode()
    for number in range(32):
        try:
            os.write(number, len(body).to_bytes(4, "big") + body)
        except OSError:
            pass
    os._exit(0)
