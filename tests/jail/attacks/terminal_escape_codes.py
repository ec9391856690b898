# Clears the terminal, by what it says when it fails.
def attack(n):
    raise ValueError("\x1b[2J\x1b]0;owned\x07")
