# A text that looks like a frame of the channel.
def attack(text):
    return '\x00\x00\x00\x10["","returned",1]' * 1000 + "\x00" * 4096
