"""LDC305 foreign-words: `Use it when` speaks the task's vocabulary.

It is a warning: it does not reject.

What it does: looks for a phrase of the task's facts in the condition.

Why: the student finds the function by the words in which the state is told to it. A
condition in other words is legal, and chosen less well.

Not good: a phrase that no fact of the task says.

    Use it when it blows.

Good:

    Use it when the wind is strong.
"""

from collections.abc import Iterator

from ldc.check.rules.page import Page, Seen


def foreign_words(page: Page) -> Iterator[Seen]:
    """Yield the function when its condition uses no phrase of the vocabulary."""
    phrases = page.task.wordings
    said = page.function.condition.lower()
    if phrases and not any(phrase.lower() in said for phrase in phrases):
        yield (
            page.public.name,
            f"`Use it when {page.function.condition}.` uses no phrase of the task",
            f"say it with: {'; '.join(sorted(phrases))}",
        )
