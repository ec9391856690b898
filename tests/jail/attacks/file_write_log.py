# Writes a file by the logging library.
import logging


def attack(out_path):
    log = logging.getLogger("attack")
    log.addHandler(logging.FileHandler(out_path))
    log.error("here")
    return 1
