# A dataclass made of names that are code.
import dataclasses


def attack(secret_path):
    kind = dataclasses.make_dataclass(
        "K", [("a", int, dataclasses.field(default=1))],
        namespace={"__post_init__": lambda self: open(secret_path)},
    )
    return str(kind())
