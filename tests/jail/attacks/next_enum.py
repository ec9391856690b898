# Adds to a class of the library that others derive from.
import enum


def attack(n):
    enum.Enum.__str__ = lambda self: "spoilt"
    enum.Enum.name = "spoilt"
    return n
