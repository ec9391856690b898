# One error made of another, and what is told of it.
def _parse(word: str) -> int:
    try:
        return int(word)
    except ValueError as error:
        raise KeyError(word) from error


def attack(text: str) -> list[int]:
    found = []
    for word in text.split():
        try:
            found.append(_parse(word))
        except KeyError:
            found.append(-1)
        finally:
            found.append(0)
    return found
