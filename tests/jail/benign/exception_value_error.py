# Catches what a conversion raises.
def exception_value_error(text: str) -> list[int]:
    found = []
    for word in text.split():
        try:
            found.append(int(word))
        except ValueError:
            found.append(-1)
        finally:
            found.append(0)
    return found
