# A dataclass whose field type is a text that dataclasses executes.
from dataclasses import dataclass


def attack(n):
    @dataclass
    class K:
        a: "__import__('os').system('id')" = 1
        b: "ClassVar[1 if print(2) else 2]" = 2

    return [K().a, K().b]
