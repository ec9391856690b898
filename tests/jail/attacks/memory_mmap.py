# Maps two billion bytes that no allocator counts, and touches them.
import mmap


def attack(n):
    room = mmap.mmap(-1, 2 << 30)
    for place in range(0, 2 << 30, 4096):
        room[place] = 1
    return n
