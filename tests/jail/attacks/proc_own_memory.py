# Reads its own memory by a file, and looks for what was there before the call.
def attack():
    found = []
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb") as memory:
        for line in maps:
            if "[heap]" in line or "[stack]" in line:
                start, end = (int(part, 16) for part in line.split()[0].split("-"))
                memory.seek(start)
                text = memory.read(end - start)
                place = text.find(b"LDC_CANARY=")
                found += [text[place : place + 80].decode("latin-1")] * (place >= 0)
    return found
