# Changes how the worker's codecs write answers for the calls after.
import sys


def attack(n):
    jail = sys.modules["ldc.jail.channel"]
    jail._told = lambda answer: '["returned",["0"]]'
    return n
