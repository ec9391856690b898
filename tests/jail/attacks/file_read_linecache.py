# Reads a file by the cache of source lines.
import linecache


def attack(secret_path):
    return linecache.getline(secret_path, 1)
