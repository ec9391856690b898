# Adds a folder to the path of imports and a module into it.
import sys


def attack(secret_path, out_path):
    import os

    os.makedirs(out_path)
    with open(f"{out_path}/planted.py", "w") as file:
        file.write(f"FOUND = open({secret_path!r}).read()")
    sys.path.insert(0, out_path)
    import planted

    return planted.FOUND
