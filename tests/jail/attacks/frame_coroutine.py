# From a coroutine to its frame.
def attack(secret_path):
    async def wait():
        pass

    made = wait()
    found = made.cr_frame.f_builtins["open"](secret_path).read()
    made.close()
    return found
