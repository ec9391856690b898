# Lifts the limits of its process, then takes the memory.
import ctypes
import resource


def attack(n):
    for limit in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_NOFILE):
        resource.setrlimit(limit, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return len(bytearray(b"x") * 2_000_000_000)
