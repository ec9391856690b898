"""LDC036 foreign-class: a class that could do more than hold values and compute.

What it does: refuses bases, decorators and methods that are not on the lists, a body
that runs something, members that lead behind values, and the use of a class whose
objects change as a value.

Why: Python calls methods as `__del__` and `__getattr__` where no call is written, and
a method that is taken from its class can be given any object to change.

Not good:

    class Plan:
        def __getattr__(self, name: str) -> int:
            return 3

Good: records, enums, exceptions, and small classes that are made in the call.

    class Plan(NamedTuple):
        steps: int
"""

import ast
from collections.abc import Iterator

from ldc.author.annotations import CONSTRAINTS
from ldc.check.policy.classes import Owned, is_set
from ldc.check.policy.language import listed
from ldc.check.policy.loose_statement import is_constant
from ldc.check.policy.secret_name import FRAMES
from ldc.check.policy.text import Seen, Text, root
from ldc.jail.allowed import EXCEPTIONS

BASES = frozenset(
    {("enum", name) for name in ("Enum", "Flag", "IntEnum", "IntFlag", "StrEnum")}
    | {("typing", name) for name in ("Generic", "NamedTuple", "Protocol", "TypedDict")}
    | {("abc", "ABC")}
    | {("", name) for name in EXCEPTIONS}
)
"""Module and name of what a class may be derived from, beside the file's own."""

ABOVE = frozenset(
    {("dataclasses", "dataclass"), ("enum", "unique"), ("functools", "total_ordering")}
)
"""What may stand above a class."""

OPERATORS = listed("""
    __abs__ __add__ __and__ __bool__ __call__ __contains__ __delitem__ __divmod__ __eq__
    __float__ __floordiv__ __ge__ __getitem__ __gt__ __hash__ __iadd__ __index__
    __init__ __int__ __invert__ __isub__ __iter__ __le__ __len__ __lshift__ __lt__
    __mod__ __mul__ __ne__ __neg__ __next__ __or__ __pos__ __post_init__ __pow__
    __radd__ __repr__ __reversed__ __rmul__ __round__ __rshift__ __rsub__ __rtruediv__
    __setitem__ __slots__ __str__ __sub__ __truediv__ __xor__
    """)
"""Python's own names that a class may define: an operation in the text calls them."""

ORDERED = frozenset({("functools", "total_ordering")})

APPLIED = listed("defaultdict filter map partial starmap")
"""What calls a class that it is given, and does nothing else with it."""

SHARED = frozenset(
    {origin for origin in BASES if origin[0]}  # an exception's cannot be set
    | {("collections", "ChainMap"), ("collections", "Counter")}
    | {("fractions", "Fraction")}
)
"""Classes of the library, whose attributes could be set."""

TAKEN = FRAMES | listed("format format_map func obj register with_traceback")
"""Names that no member may have: elsewhere they lead behind a value."""

MEND = "make it a record: `@dataclass(frozen=True)`, `NamedTuple` or `Enum`"


def foreign_class(text: Text) -> Iterator[Seen]:
    """Yield what is more than a plain class."""
    for call in text.of(ast.Call):
        given = call.args or call.keywords
        if given and isinstance(call.func, ast.Name) and call.func.id == "super":
            yield call, "`super` of another object", "call it with nothing"
    for one in text.classes:
        yield from _head(one, text)
        for statement in one.node.body:
            yield from _statement(statement, one, text)
        for name in sorted(one.members):
            hidden = name.startswith("_") and name.endswith("_")
            if name in TAKEN or (hidden and name not in OPERATORS):
                yield one.node, f"{name!r} in a class has a meaning for Python", MEND
    yield from _equal(text)
    yield from _escaped(text)


def _equal(text: Text) -> Iterator[Seen]:
    """Yield each `__eq__` whose objects could stand for others as keys of a cache."""
    methods = [method for one in text.classes for method in one.methods]
    hashed = any(method.name == "__hash__" for method in methods) or any(
        isinstance(above, ast.Call) or text.origin(above) in ABOVE - ORDERED
        for one in text.classes
        for above in one.node.decorator_list
    )
    tuples = any(
        text.origin(b) in BASES for one in text.classes for b in one.node.bases
    )
    for method in methods:
        if method.name == "__eq__" and (hashed or tuples):
            yield method, "`__eq__` beside classes that can be keys", MEND


def _head(one: Owned, text: Text) -> Iterator[Seen]:
    own = {other.node.name for other in text.classes}
    for base in one.node.bases:
        named = isinstance(base, ast.Name) and base.id in own
        of = base.value if isinstance(base, ast.Subscript) else base
        if not named and text.origin(of) not in BASES:
            yield base, f"a class is derived from {ast.unparse(base)!r}", MEND
    for method in one.methods:
        kinds = {d.id for d in method.decorator_list if isinstance(d, ast.Name)}
        if one.is_enum and method.name in one.changers:
            yield method, "a method changes an enum, which is everybody's", MEND
        if one.changers and "classmethod" in kinds:
            yield method, "a class whose objects change has a method of its own", MEND
    for keyword in one.node.keywords:
        yield keyword, f"a class with {keyword.arg!r} in its head", MEND
    for above in one.node.decorator_list:
        if text.origin(_called(above)) not in ABOVE or not _is_plain(above):
            yield above, f"decorator {ast.unparse(above)!r} of a class", MEND


def _statement(statement: ast.stmt, one: Owned, text: Text) -> Iterator[Seen]:
    value: ast.expr | None = None
    match statement:
        case ast.Pass() | ast.Expr(value=ast.Constant()) | ast.FunctionDef():
            pass
        case ast.Assign(value=value):
            pass
        case ast.AnnAssign(annotation=annotation, value=value):
            if any(map(_runs, ast.walk(annotation))):
                yield annotation, f"{ast.unparse(annotation)!r} runs in a class", MEND
        case _:
            yield statement, "a statement that runs in a class", MEND
    if value is not None and not (is_constant(value) or _is_field(value, text)):
        yield value, f"{ast.unparse(value)[:60]!r} runs in a class", MEND
    # A bare method could be handed an object that is not of its class.
    methods = {method.name for method in one.methods}
    parts = [value] if value is not None else []
    if isinstance(statement, ast.FunctionDef):
        spec = statement.args
        parts += [*spec.defaults, *filter(None, spec.kw_defaults)]
    for part in parts:
        for node in ast.walk(part):
            if isinstance(node, ast.Name) and node.id in methods:
                yield node, f"the method {node.id!r} is used as a value", MEND


def _escaped(text: Text) -> Iterator[Seen]:
    """Yield where a method, or an assignment, could get hold of a whole class."""
    methods = {
        (one.node.name, method.name)
        for one in text.classes
        for method in one.methods
        if not any(isinstance(d, ast.Name) for d in method.decorator_list)
    }
    for taken in text.of(ast.Attribute):
        owner = taken.value.id if isinstance(taken.value, ast.Name) else ""
        if (owner, taken.attr) in methods:
            yield taken, f"{ast.unparse(taken)!r} is taken from its class", "call it"
    above = {id(_called(d)) for one in text.classes for d in one.node.decorator_list}
    for node in (*text.of(ast.Name), *text.of(ast.Attribute)):
        if text.origin(node) in ABOVE and id(node) not in above:
            what = f"{ast.unparse(node)!r} changes the class that it is given"
            yield node, what, "write it above a class"
    if not text.members:
        return  # there is nothing that could be set on another class
    changing = {one.node.name for one in text.classes if one.changers}
    allowed = {id(node) for node in _places(text)}
    for name in (*text.of(ast.Name), *text.of(ast.Attribute)):
        known = is_set(name) or id(name) in allowed
        if not known and (_is_shared(name, text) or root(name) in changing):
            what = f"{ast.unparse(name)!r} is used as a value, and may be changed"
            yield name, what, "call it where an object is needed"


def _is_shared(node: ast.expr, text: Text) -> bool:
    """Say whether an expression names a class that other functions use too."""
    module, name = text.origin(node)
    word = text.task.words.get(name)
    own = module == text.task.state_module and isinstance(word, type)
    return own or (module, name) in SHARED


def _places(text: Text) -> Iterator[ast.AST]:
    """Yield where a class may be named: to call it, to derive, to ask, to annotate."""
    for call in text.of(ast.Call):
        yield call.func
        _, name = text.origin(call.func)
        if name in ("isinstance", "issubclass"):
            for part in call.args[1:]:
                yield from part.elts if isinstance(part, ast.Tuple) else (part,)
        if name in APPLIED:
            yield from call.args
        yield from (k.value for k in call.keywords if k.arg == "default_factory")
    for attribute in text.of(ast.Attribute):
        yield attribute.value
    for pattern in text.of(ast.MatchClass):
        yield pattern.cls
    for one in text.classes:
        for base in one.node.bases:
            yield from ast.walk(base)
    inside = (given.annotation for given in text.of(ast.AnnAssign))
    for annotation in (*text.annotations, *inside):
        yield from ast.walk(annotation)


def _called(above: ast.expr) -> ast.expr:
    return above.func if isinstance(above, ast.Call) else above


def _is_plain(above: ast.expr) -> bool:
    """Say whether a decorator is called with constants alone, if at all."""
    if not isinstance(above, ast.Call):
        return True
    values = [*above.args, *(keyword.value for keyword in above.keywords)]
    return all(isinstance(value, ast.Constant) for value in values)


def _is_field(value: ast.expr, text: Text) -> bool:
    """Say whether a value is made anew for each object, or counted by an enum."""
    if not isinstance(value, ast.Call):
        return False
    match text.origin(value.func):
        case ("enum", "auto"):
            return not value.args
        case ("dataclasses", "field"):
            given = [keyword.value for keyword in value.keywords]
            return not value.args and all(
                is_constant(one) or isinstance(one, ast.Lambda) for one in given
            )
    return False


def _runs(node: ast.AST) -> bool:
    """Say whether a part of an annotation does more than to name a type."""
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name not in CONSTRAINTS
        case ast.Call() | ast.NamedExpr() | ast.Lambda():
            return True
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return True
    return False
