"""Where two backends choose different calls for the same prompts, and by how little."""

from collections.abc import Iterable
from dataclasses import dataclass

from ldc.constrain.token_mask import Matcher
from ldc.generate.decode import Decoder
from ldc.ir import Prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One prompt that two backends answer differently."""

    prompt: Prompt
    one: str
    """The first backend's completion."""
    other: str
    """The second's."""
    margins: tuple[float, float]
    """Where they part: by how many nats each prefers its own token to the other's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parity:
    """How far two backends agree."""

    asked: int
    differences: tuple[Difference, ...]
    drift: float
    """Where they agree: the largest difference in log-probability, in nats."""


def compare(
    asked: Iterable[tuple[Prompt, Matcher]], one: Decoder, other: Decoder
) -> Parity:
    """Let two backends choose, greedily, and explain where they part.

    Args:
        asked: Prompts, each with a matcher at the start of its grammar.
        one: A backend.
        other: Another one, with the same tokens.
    """
    count, drift, differences = 0, 0.0, []
    for prompt, matcher in asked:
        count += 1
        mine, theirs = (each.choose(prompt, matcher) for each in (one, other))
        if mine.ids == theirs.ids:
            apart = abs(mine.log_probability - theirs.log_probability)
            drift = max(drift, apart)
            continue
        parts = zip(mine.ids, theirs.ids, strict=False)
        place = next(i for i, (a, b) in enumerate(parts) if a != b)
        read, both = mine.ids[:place], (mine.ids[place], theirs.ids[place])
        differences.append(
            Difference(
                prompt=prompt,
                one=one.tokens.decode(mine.ids),
                other=one.tokens.decode(theirs.ids),
                margins=(
                    margin(one, prompt, read, both),
                    margin(other, prompt, read, both[::-1]),
                ),
            )
        )
    return Parity(asked=count, differences=tuple(differences), drift=drift)


def margin(
    decoder: Decoder, prompt: Prompt, written: tuple[int, ...], both: tuple[int, ...]
) -> float:
    """Return by how many nats one token is preferred to another.

    Args:
        decoder: A backend.
        prompt: What is read first.
        written: The ids of the completion so far.
        both: The one token, the other.
    """
    tokens, reader = decoder.tokens, decoder.reader
    reader.begin([tuple(tokens.encode(prompt.constant))])
    piece = [*tokens.encode(prompt.state), *written]
    ((first, second),) = reader.read([piece], [both])
    return float(first - second)
