# Reads behind a value in an f-string.
def attack(text):
    import os

    return f"{os.environ.__class__} {os.environ._data[b'LDC_CANARY']!r}"
