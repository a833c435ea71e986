"""JSON as requests writes and reads it, without the looks that json takes at what is plain."""

import json

written = json.JSONEncoder(allow_nan=False).encode

_scan = json.JSONDecoder().scan_once


def parsed(text):
    try:
        value, end = _scan(text, 0)
    except (StopIteration, ValueError):
        return json.loads(text)
    return value if end == len(text) else json.loads(text)
