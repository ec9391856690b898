# A sieve over slices.
def attack(n: int) -> list[int]:
    size = 10 * n + 10
    prime = [True] * size
    prime[:2] = [False, False]
    for k in range(2, int(size**0.5) + 1):
        if prime[k]:
            prime[k * k :: k] = [False] * len(prime[k * k :: k])
    return [k for k, is_prime in enumerate(prime) if is_prime]
