# Programs and keys in the kernel: bpf, add_key, keyctl, perf_event_open.
import ctypes


def attack(n):
    libc = ctypes.CDLL(None, use_errno=True)
    return [libc.syscall(k, 0, 0, 0, 0, 0) for k in (321, 248, 250, 298)]
