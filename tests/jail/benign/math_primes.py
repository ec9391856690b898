# A sieve.
from math import isqrt


def math_primes(n: int) -> list[int]:
    size = n * 20
    prime = [True] * (size + 1)
    prime[:2] = [False, False]
    for step in range(2, isqrt(size) + 1):
        if prime[step]:
            for multiple in range(step * step, size + 1, step):
                prime[multiple] = False
    return [number for number, is_prime in enumerate(prime) if is_prime]
