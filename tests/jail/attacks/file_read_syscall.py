# Opens a file by the number of the system call.
import ctypes


def attack(secret_path):
    libc = ctypes.CDLL(None)
    room = ctypes.create_string_buffer(200)
    found = libc.syscall(2, secret_path.encode(), 0)
    size = libc.read(found, room, 200)
    return room.raw[: max(size, 0)].decode()
