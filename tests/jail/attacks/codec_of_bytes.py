# Codecs that open what they decode: zlib, hex, punycode, rot13.
def attack(secret_path):
    packed = b"x\x9c" + bytes(100)
    try:
        return str(packed.decode("zip"))
    except Exception as error:
        return [str(error), "ab" * 4, b"6162".decode("hex")]
