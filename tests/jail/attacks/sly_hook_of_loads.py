# JSON's constants are read by a function that never ends.
import json


def attack(n: int) -> int:
    def slow(name: str) -> int:
        return sum(1 for _ in iter(int, 1))

    return json.loads("NaN", parse_constant=slow)
