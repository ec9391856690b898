# Leaves by `SystemExit`.
def attack(n):
    raise SystemExit(0)
