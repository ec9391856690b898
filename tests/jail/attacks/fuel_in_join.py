# A text that is joined, split and replaced to ever more letters.
def attack(text):
    for _ in range(60):
        text = text.join(text.split("a") * 9).replace(" ", text)
    return text
