# Replaces how answers are written.
import json


def attack(n):
    json.dumps = lambda *_, **__: '"forged"'
    json.JSONEncoder.encode = lambda self, value: '"forged"'
    return n
