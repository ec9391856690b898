# Takes the memory when the file is loaded.
ROOM = bytearray(b"x") * 3_000_000_000


def attack(n):
    return len(ROOM)
