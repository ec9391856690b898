# Code that was written as bytes, and is loaded and run.
import marshal


def attack(secret_path):
    code = marshal.loads(marshal.dumps(compile("open(p).read()", "x", "eval")))
    return eval(code, {"p": secret_path})
