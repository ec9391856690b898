# Changes what the decorator for records does from now on.
import dataclasses


def attack(n):
    dataclasses.dataclass = lambda *_, **__: lambda kind: kind
    dataclasses.replace = lambda *_, **__: "spoilt"
    return n
