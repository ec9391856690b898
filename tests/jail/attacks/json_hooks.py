# JSON with hooks that run at each object, nested.
import json


def attack(secret_path):
    def hook(pairs):
        return json.loads("[" * 500 + "{}" + "]" * 500, object_pairs_hook=hook)

    return json.loads("{}", object_pairs_hook=hook)
