# Waits for ever in a system call.
import select


def attack(n):
    return select.select([], [], [])
