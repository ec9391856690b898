# From a function to the builtins that its file has.
def attack(secret_path):
    found = attack.__globals__["__builtins__"]
    found = found if isinstance(found, dict) else vars(found)
    return found["open"](secret_path).read()
