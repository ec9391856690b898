"""Says why a file may not be loaded: the gates that read, as of a base function."""

import ast
from types import SimpleNamespace
from typing import cast

from ldc.check.policy import policy
from ldc.check.source_gate import source_gate
from ldc.doctor.files import File
from ldc.ir import Function, Signature, TaskSpec

WORDLESS = cast(TaskSpec, SimpleNamespace(state_module="state", words={}))
"""A task without words of its own; the policy reads nothing else of one."""


def refusal(file: File) -> str:
    """Return the first finding of source and policy gates, or ""."""
    function = Function(
        name=file.name,
        task="",
        stage="",
        signature=Signature(parameters=(), returns=None, spelled="None"),
        summary="",
        condition="",
        source=file.source,
        path=file.path,
        digest="",
    )
    for gate in (source_gate, policy):
        for finding in gate(function, WORDLESS):
            return f"line {finding.line}: {finding.code} {finding.message}"
    if not any(_defines(node, file.name) for node in ast.parse(file.source).body):
        return f"it defines no function {file.name!r}"
    return ""


def _defines(node: ast.stmt, name: str) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name == name
