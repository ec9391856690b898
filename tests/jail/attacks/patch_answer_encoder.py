# Replaces the program's own functions that write answers.
import sys


def attack(n):
    for name, module in list(sys.modules.items()):
        if name.startswith("ldc."):
            for word, value in list(vars(module).items()):
                if callable(value) and word in (
                    "codec",
                    "encode",
                    "_call",
                    "_send",
                    "send",
                ):
                    setattr(module, word, lambda *_, **__: "forged")
    return n
