# Opens files by handles, by other roots, and by links of processes.
import ctypes


def attack(secret_path):
    libc = ctypes.CDLL(None, use_errno=True)
    name = secret_path.encode()
    calls = ((257, -100, name, 0), (437, -100, name, 0, 24), (303, -100, name, 0, 0, 0), (89, b"/proc/self/cwd", 0, 0))
    return [libc.syscall(*call) for call in calls]
