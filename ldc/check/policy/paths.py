"""Which ways lead through a body without a call that never comes back."""

import ast
from collections.abc import Sequence, Set

Ends = frozenset[str]
"""How a block may be left: "next" (below it), "return", "break", "continue"."""

NEXT: Ends = frozenset({"next"})


def ends(body: Sequence[ast.stmt], stuck: Set[str]) -> Ends:
    """Return how a block may be left when calls of `stuck` functions do not end."""
    found: set[str] = set()
    for statement in body:
        ways = _ends(statement, stuck)
        found |= ways - NEXT
        if "next" not in ways:
            return frozenset(found)
    return frozenset(found | NEXT)


def passes(node: ast.AST | None, stuck: Set[str]) -> bool:
    """Say whether an expression may be worked out without such a call."""
    match node:
        case None | ast.Lambda() | ast.Constant() | ast.Name():
            return True
        case ast.Call(func=ast.Name(id=name)) if name in stuck:
            return False
        case ast.BoolOp(values=[first, *_]):
            return passes(first, stuck)
        case ast.IfExp(test=test, body=one, orelse=other):
            ways = passes(one, stuck) or passes(other, stuck)
            return ways and passes(test, stuck)
        case ast.Compare(left=left, comparators=[first, *_]):
            return passes(left, stuck) and passes(first, stuck)
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return passes(node.generators[0].iter, stuck)
    return all(passes(child, stuck) for child in ast.iter_child_nodes(node))


def _ends(statement: ast.stmt, stuck: Set[str]) -> Ends:
    match statement:
        case ast.FunctionDef() | ast.Pass():
            return NEXT
        case ast.Break():
            return frozenset({"break"})
        case ast.Continue():
            return frozenset({"continue"})
        case ast.Return(value=value) | ast.Raise(exc=value):
            return frozenset({"return"}) if passes(value, stuck) else frozenset()
        case ast.Expr(value=ast.Yield(value=value)):
            # The caller need not ask for more.
            return NEXT | {"return"} if passes(value, stuck) else frozenset()
        case ast.If(test=test, body=then, orelse=otherwise):
            if not passes(test, stuck):
                return frozenset()
            ways: Ends = frozenset()
            if not _is(test, False):
                ways |= ends(then, stuck)
            return ways if _is(test, True) else ways | ends(otherwise, stuck)
        case ast.While(test=test, body=body, orelse=otherwise):
            if not passes(test, stuck):
                return frozenset()
            return _loop(body, otherwise, stuck, begins=not _is(test, True))
        case ast.For(iter=rounds, body=body, orelse=otherwise):
            if not passes(rounds, stuck):
                return frozenset()
            return _loop(body, otherwise, stuck, begins=True)
        case ast.Match(subject=subject, cases=cases):
            if not passes(subject, stuck):
                return frozenset()
            whole = any(_fits_all(case) for case in cases)
            found = [ends(case.body, stuck) for case in cases]
            return frozenset().union(*found, () if whole else NEXT)
        case ast.Try(body=body, handlers=handlers, orelse=otherwise, finalbody=last):
            found = [ends([*body, *otherwise], stuck)]
            found += [ends(one.body, stuck) for one in handlers]
            after = ends(last, stuck)
            return frozenset().union(*found) if "next" in after else after
    return NEXT if passes(statement, stuck) else frozenset()


def _loop(
    body: Sequence[ast.stmt],
    otherwise: Sequence[ast.stmt],
    stuck: Set[str],
    *,
    begins: bool,
) -> Ends:
    """Return the ends of a loop; `begins` says that it may be over before a round."""
    inner = ends(body, stuck)
    ways = ends(otherwise, stuck) if begins else frozenset()
    if "break" in inner:
        ways |= NEXT
    return ways | (inner & {"return"})


def _is(test: ast.expr, value: bool) -> bool:
    return isinstance(test, ast.Constant) and bool(test.value) is value


def _fits_all(case: ast.match_case) -> bool:
    open_ = isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None
    return open_ and case.guard is None
