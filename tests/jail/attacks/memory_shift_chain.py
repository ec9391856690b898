# A shift by a number that was shifted.
def attack(n):
    return (1 << (1 << 36)).bit_length()
