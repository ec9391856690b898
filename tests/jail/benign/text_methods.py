# Methods of text.
def text_methods(text: str) -> list[str]:
    words = [word.strip().title() for word in text.split(" ") if word]
    joined = "_".join(words).replace("B", "c").rjust(10, ".")
    return [joined, text.partition(" ")[2], text.upper().removeprefix("A")]
