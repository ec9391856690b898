# Reads the environment that the kernel keeps of this process.
def attack():
    with open("/proc/self/environ") as file:
        return file.read()
