# Loads a module anew, with its state lost.
import importlib
import json


def attack(n):
    importlib.reload(json)
    json.dumps = lambda *_, **__: '["forged"]'
    return n
