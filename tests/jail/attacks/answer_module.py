# A module as an answer.
import os


def attack(n):
    return os
