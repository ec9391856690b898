# Raises and catches an exception of its own.
class TooFew(ValueError):
    """Not enough of something."""


def _demand(count: int) -> int:
    if count < 5:
        raise TooFew(f"{count} are too few")
    return count


def exception_own(n: int) -> str:
    try:
        return str(_demand(n))
    except TooFew as error:
        return str(error)
