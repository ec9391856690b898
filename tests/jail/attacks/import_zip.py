# Runs a file by the library that runs modules.
import runpy


def attack(secret_path, out_path):
    with open(out_path, "w") as file:
        file.write(f"FOUND = open({secret_path!r}).read()")
    return runpy.run_path(out_path)["FOUND"]
