# Two hundred million letters.
def attack(text):
    return "x" * 200_000_000
