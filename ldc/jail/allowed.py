"""What a function file may use: modules and their names, and builtins.

The policy of `check` refuses a file that names anything else; in the jail, nothing else
is there to be named.
"""

from collections.abc import Mapping

MODULES: Mapping[str, tuple[str, ...]] = {
    name: tuple(words.split())
    for name, words in {
        "__future__": "annotations",
        "abc": "ABC abstractmethod",
        "annotated_types": "Ge Gt Le Lt Interval Len MaxLen MinLen MultipleOf",
        "bisect": "bisect bisect_left bisect_right insort insort_left insort_right",
        "collections": "ChainMap Counter OrderedDict defaultdict deque namedtuple",
        "collections.abc": """
            Callable Collection Container Generator Hashable Iterable Iterator Mapping
            MutableMapping MutableSequence MutableSet Reversible Sequence Set Sized
        """,
        "copy": "copy deepcopy",
        "dataclasses": "asdict astuple dataclass field replace",
        "decimal": """
            Decimal ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN
            ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP
        """,
        "enum": "Enum Flag IntEnum IntFlag StrEnum auto unique",
        "fractions": "Fraction",
        "functools": "cache cmp_to_key lru_cache partial reduce total_ordering",
        "heapq": """
            heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest
        """,
        "itertools": """
            accumulate chain combinations combinations_with_replacement compress count
            cycle dropwhile filterfalse groupby islice pairwise permutations product
            repeat starmap takewhile tee zip_longest
        """,
        "json": "dumps loads",
        "math": """
            acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh
            degrees dist e erf erfc exp exp2 expm1 fabs factorial floor fmod frexp fsum
            gamma gcd hypot inf isclose isfinite isinf isnan isqrt lcm ldexp lgamma log
            log10 log1p log2 modf nan nextafter perm pi pow prod radians remainder sin
            sinh sqrt tan tanh tau trunc ulp
        """,
        "operator": """
            abs add and_ concat contains countOf eq floordiv ge getitem gt indexOf inv
            invert is_ is_not itemgetter le lshift lt mod mul ne neg not_ or_ pos pow
            rshift sub truediv truth xor
        """,
        "re": """
            ASCII DOTALL I IGNORECASE M MULTILINE Match Pattern S VERBOSE X compile
            escape findall finditer fullmatch match search split sub subn
        """,
        "statistics": """
            fmean geometric_mean harmonic_mean mean median median_high median_low mode
            multimode pstdev pvariance quantiles stdev variance
        """,
        "string": """
            ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits
            octdigits punctuation whitespace
        """,
        "textwrap": "dedent fill indent shorten wrap",
        "typing": """
            Annotated Any Callable ClassVar Counter DefaultDict Deque Dict Final
            FrozenSet Generator Generic Hashable Iterable Iterator List Literal Mapping
            MutableMapping MutableSequence NamedTuple Never NoReturn Optional Protocol
            Self Sequence Set Tuple TypeAlias TypeVar TypedDict Union assert_never cast
        """,
    }.items()
}
"""Module -> the names that may be imported from it.

Not one of them does I/O, or reads an attribute by its name in a text (`attrgetter`). A
cache may stand above a function: what it keeps hangs on the arguments alone.
"""

EXCEPTIONS = (
    *("ArithmeticError", "AssertionError", "Exception", "IndexError", "KeyError"),
    "LookupError",
    *("NotImplementedError", "OverflowError", "RuntimeError", "StopIteration"),
    *("TypeError", "ValueError", "ZeroDivisionError"),
)
"""What may be raised; a call that does raise is no answer."""

BUILTINS: tuple[str, ...] = (
    *EXCEPTIONS,
    *("abs", "all", "any", "ascii", "bin", "bool", "bytes", "callable", "chr"),
    *("classmethod", "complex", "dict", "divmod", "enumerate", "filter", "float"),
    *("format", "frozenset", "hex", "int", "isinstance", "issubclass", "iter", "len"),
    *("list", "map", "max", "min", "next", "object", "oct", "ord", "pow", "property"),
    *("range", "repr", "reversed", "round", "set", "slice", "sorted", "staticmethod"),
    *("str", "sum", "super", "tuple", "zip"),
)
"""Builtin functions and types; no `open`, `eval`, `getattr`, `type`, `print`."""
