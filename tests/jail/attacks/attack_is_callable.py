# An object that is called as a function, and lies about its parameters.
import inspect


class Reader:
    __signature__ = inspect.Signature(
        [inspect.Parameter("secret_path", inspect.Parameter.KEYWORD_ONLY)]
    )

    def __call__(self, **given):
        return open(given["secret_path"]).read()


attack = Reader()
