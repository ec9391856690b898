"""The rule table as GBNF, the grammars of llama.cpp; XGrammar reads the same text."""

from collections.abc import Container, Iterable, Mapping

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


def gbnf_of_step(
    lines: Mapping[str, Iterable[Head]], absent: Container[str] = ()
) -> str:
    """Return the GBNF of one step: a line `result = name(state=state)` for each table.

    Args:
        lines: Result -> table, in the order of the stages.
        absent: Results whose line may be missing.
    """
    writer = EbnfWriter()
    names = {result: writer.fresh(result) for result in lines}
    for result, heads in lines.items():
        writer.line(heads, names[result], f"{result} =")
    wanted = (name + "?" * (result in absent) for result, name in names.items())
    return "\n\n".join([f"{ROOT} ::= {' '.join(wanted)}", *writer.blocks]) + "\n"
