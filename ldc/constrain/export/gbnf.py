"""The rule table as GBNF: the grammars of llama.cpp and its servers."""

from collections.abc import Iterable

from ldc.constrain.export.ebnf import ROOT, EbnfWriter
from ldc.constrain.productions import Head


def gbnf(heads: Iterable[Head]) -> str:
    r"""Return the GBNF of one completion, ` name(state=state)` and a newline.

    Args:
        heads: The table of one stage, for all states or narrowed to one
            (`StageGrammar.heads`).
    """
    writer = EbnfWriter()
    writer.line(heads, ROOT, "")
    return "\n\n".join(writer.blocks) + "\n"
