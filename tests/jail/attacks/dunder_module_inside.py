# Reaches `sys` through a module that may be imported.
import dataclasses


def attack(secret_path):
    return dataclasses.sys.modules["io"].open(secret_path).read()
