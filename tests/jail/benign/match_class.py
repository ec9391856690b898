# Patterns over records.
from dataclasses import dataclass


@dataclass(frozen=True)
class Leaf:
    value: int


@dataclass(frozen=True)
class Node:
    left: "Leaf | Node"
    right: "Leaf | Node"


def _total(tree: Leaf | Node) -> int:
    match tree:
        case Leaf(value=value):
            return value
        case Node(left, right):
            return _total(left) + _total(right)


def match_class(n: int) -> int:
    return _total(Node(Leaf(n), Node(Leaf(1), Leaf(2))))
