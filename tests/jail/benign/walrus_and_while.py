# Halves until it is done.
def walrus_and_while(n: int) -> list[int]:
    steps, value = [], n * 9
    while (half := value // 2) > 0:
        steps.append(half)
        value = half
        if len(steps) > 50:
            break
    else:
        steps.append(-1)
    return steps
