# An exception whose words are a hundred million letters.
def attack(n):
    raise ValueError("x" * 100_000_000)
