# A dict that holds a list that holds the dict.
def attack(rec):
    rec["self"] = [rec]
    return rec
