"""The rule table as GBNF, the grammars of llama.cpp; XGrammar reads the same text."""

from collections.abc import Iterable, Mapping

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


def gbnf_of_step(stages: Mapping[str, Iterable[Head]]) -> str:
    """Return the GBNF of one step: a line `result = name(state=state)` for each stage.

    Args:
        stages: Result -> table, in the order of the stages.
    """
    writer = EbnfWriter()
    names = [writer.fresh(result) for result in stages]
    for name, (result, heads) in zip(names, stages.items(), strict=True):
        writer.line(heads, name, f"{result} =")
    return "\n\n".join([f"{ROOT} ::= {' '.join(names)}", *writer.blocks]) + "\n"
