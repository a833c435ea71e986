"""Gives a script's tree as JSON, or where it is wrong."""
import ast
import json
import sys

PLACES = ("lineno", "col_offset", "end_lineno", "end_col_offset")


def tree(node):
    if isinstance(node, ast.AST):
        fields = {name: tree(getattr(node, name, None)) for name in node._fields}
        places = {name: getattr(node, name) for name in PLACES if hasattr(node, name)}
        return {"type": type(node).__name__, **fields, **places}
    if isinstance(node, list):
        return [tree(each) for each in node]
    return node if node is None or isinstance(node, (str, int, float)) else repr(node)


def parse(text):
    try:
        return json.dumps(tree(ast.parse(text)))
    except SyntaxError as wrong:
        return json.dumps({"message": wrong.msg, "line": wrong.lineno or 1, "column": wrong.offset or 1})


def library():
    return json.dumps(sorted(sys.stdlib_module_names))
