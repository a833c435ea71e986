"""JSON as requests writes and reads it, without the looks that json takes at what is plain."""

import json
from json import encoder

_careful = json.JSONEncoder(allow_nan=False)

# It does not look for values that hold themselves, which then are too deep for it.
_parts = encoder.c_make_encoder(
    None, _careful.default, encoder.encode_basestring_ascii, None, ": ", ", ", False, False, False
)

_scan = json.JSONDecoder().scan_once


def written(value):
    if type(value) is dict:
        try:
            return "".join(_parts(value, 0))
        except RecursionError:
            pass
    return _careful.encode(value)


def parsed(text):
    try:
        value, end = _scan(text, 0)
    except (StopIteration, ValueError):
        return json.loads(text)
    return value if end == len(text) else json.loads(text)
