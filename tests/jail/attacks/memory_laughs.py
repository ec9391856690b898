# Ten names of ten names of ten: a small value that is enormous when shown.
def attack(xs):
    laughs = "ha"
    for _ in range(10):
        laughs = (laughs,) * 10
    return len(str(laughs))
