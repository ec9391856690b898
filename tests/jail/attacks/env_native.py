# Reads the environment by the module behind `os`.
import posix


def attack():
    return posix.environ[b"LDC_CANARY"].decode()
