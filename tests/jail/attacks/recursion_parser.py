# Hands the parser a tower of brackets.
def attack(text):
    return eval("(" * 150 + "-" * 3_000_000 + "1" + ")" * 150)
