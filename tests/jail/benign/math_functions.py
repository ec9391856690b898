# Numbers by the library for them.
import math


def math_functions(xs: list[int], n: int) -> list[float]:
    mean = math.fsum(xs) / len(xs)
    return [math.sqrt(n), math.hypot(*xs[:2]), mean, math.floor(math.log2(n + 5))]
