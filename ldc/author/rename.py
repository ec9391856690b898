"""Renames functions in a piece of a teacher's code, by LibCST: calls and definition."""

from collections.abc import Mapping

import libcst as cst


def renamed(definition: cst.FunctionDef, names: Mapping[str, str]) -> cst.FunctionDef:
    """Return a definition in which functions go by other names.

    Args:
        definition: Its own name is changed too.
        names: Old name -> new name; attributes and keywords keep theirs.
    """
    changed = {old: new for old, new in names.items() if old != new}
    if not changed:
        return definition
    new = definition.visit(_Renamer(changed))
    assert isinstance(new, cst.FunctionDef)
    return new


def renamed_in(code: str, old: str, new: str) -> str:
    """Return code in which a function goes by another name; texts keep theirs."""
    return cst.parse_module(code).visit(_Renamer({old: new})).code


class _Renamer(cst.CSTTransformer):
    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self.names = names

    def leave_Attribute(
        self, original_node: cst.Attribute, updated_node: cst.Attribute
    ) -> cst.Attribute:
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        return updated_node.with_changes(keyword=original_node.keyword)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:
        new = self.names.get(updated_node.value)
        return updated_node.with_changes(value=new) if new else updated_node
