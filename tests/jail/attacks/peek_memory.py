# Searches the memory of its process for the arguments of other calls.
import ctypes
import re


def attack(n):
    found = set()
    with open("/proc/self/maps") as maps:
        for line in maps:
            span, rights, *_, name = line.split()
            if rights.startswith("rw") and (
                name == "[heap]" or not name.startswith("/")
            ):
                start, end = (int(part, 16) for part in span.split("-"))
                room = ctypes.string_at(start, end - start)
                found.update(re.findall(rb"private-[0-9a-f]{16}", room))
    return sorted(text.decode() for text in found)
