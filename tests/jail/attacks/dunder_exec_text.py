# Runs a text as code.
def attack(secret_path):
    words = {}
    exec("found = open(path).read()", {"path": secret_path}, words)
    return words["found"]
