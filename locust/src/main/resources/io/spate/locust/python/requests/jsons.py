"""JSON as requests writes and reads it, without the looks that json takes at what is plain.

Takes of json what that has in native code, as importing all of it takes long, and few files need the rest.
"""

import _json


class _Plain:
    """How values are read where nothing else is asked for."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_float, parse_int = float, int
    parse_constant = {"-Infinity": float("-inf"), "Infinity": float("inf"), "NaN": float("nan")}.__getitem__


def _refuse(value):
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


# It does not look for values that hold themselves, which then are too deep for it.
_parts = _json.make_encoder(
    None, _refuse, _json.encode_basestring_ascii, None, ": ", ", ", False, False, False
)

_scan = _json.make_scanner(_Plain)


def written(value):
    if type(value) in (dict, list):
        try:
            return "".join(_parts(value, 0))
        except RecursionError:
            pass
    import json

    return json.dumps(value, allow_nan=False)


def parsed(text):
    try:
        value, end = _scan(text, 0)
        if end == len(text):
            return value
    except (StopIteration, ValueError):
        pass
    import json

    return json.loads(text)
