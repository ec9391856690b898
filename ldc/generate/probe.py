"""Before the first decision a backend shows that its mask bites, or nothing is chosen.

A server that does not know a grammar's field answers all the same, without the grammar
and without a word; llama-server once did so for an underscore in a rule's name.
"""

from typing import TYPE_CHECKING

from ldc.constrain.naming import matcher_of
from ldc.constrain.productions import Head
from ldc.errors import GrammarError
from ldc.ir import Prompt

if TYPE_CHECKING:
    from ldc.constrain.tokens import Tokens
    from ldc.generate import Backend

CALLS = (("velvet_anchor", "copper_lagoon"), ("walnut_orbit", "pewter_meadow"))
"""Names that no model says unasked."""


def probe(backend: "Backend", tokens: "Tokens") -> None:
    """Ask twice for what the model would not say.

    The prompt repeats a call that the grammar refuses, so that a model left alone goes
    on with it; the second time the two change places, so that no constant answer does.

    Raises:
        GrammarError: The backend said something else than the grammar allows.
    """
    for mine, others in (CALLS, CALLS[::-1]):
        heads = tuple(Head(name, (), name) for name in mine)
        invited = f" {others[0]}()\n"
        prompt = Prompt(constant="", state=f"call{invited}" * 4 + "call")
        choice = backend.choose(prompt, matcher_of(heads, tokens))
        text = tokens.decode(choice.ids)
        if text not in {f" {name}()\n" for name in mine}:
            raise GrammarError(
                "the start-up probe",
                f"the backend said {text!r} where the grammar allows {mine} only",
                "nothing was decided: use a backend that obeys grammars",
            )
