# Takes nothing at all.
def no_parameters():
    return 42
