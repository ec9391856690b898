# Maps a file into memory.
import mmap
import os


def attack(secret_path):
    room = mmap.mmap(os.open(secret_path, os.O_RDONLY), 0, prot=mmap.PROT_READ)
    return room[:].decode()
