"""Bodies and queries of requests."""

from .jsons import written


def with_params(url, params):
    """A URL with more parameters."""
    if not params:
        return url
    from urllib.parse import urlsplit, urlunsplit

    parts = urlsplit(url)
    added = _encoded(params)
    query = f"{parts.query}&{added}" if parts.query else added
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment))


def _encoded(fields):
    if isinstance(fields, bytes):
        return fields.decode("utf-8")
    if isinstance(fields, str):
        return fields
    from urllib.parse import urlencode

    pairs = fields.items() if hasattr(fields, "items") else fields
    flat = []
    for name, value in pairs:
        values = [value] if isinstance(value, (str, bytes)) or not hasattr(value, "__iter__") else value
        flat += [(name, each) for each in values if each is not None]
    return urlencode(flat)


def body_of(data, json, files):
    """The body and its content type, either None where there is none."""
    if files:
        return _multipart(data, files)
    if data:
        if isinstance(data, (str, bytes, bytearray)):
            kind = "application/x-www-form-urlencoded" if isinstance(data, str) else None
            return (bytes(data) if isinstance(data, bytearray) else data), kind
        if hasattr(data, "read"):
            return data.read(), None
        if hasattr(data, "__next__"):
            return b"".join(each.encode() if isinstance(each, str) else each for each in data), None
        return _encoded(data), "application/x-www-form-urlencoded"
    if json is not None:
        return written(json), "application/json"
    return None, None


def _multipart(data, files):
    import random

    boundary = f"{random.getrandbits(128):032x}"
    parts = []
    fields = [] if not data else (data.items() if hasattr(data, "items") else data)
    for name, value in fields:
        for each in value if isinstance(value, (list, tuple)) else [value]:
            parts.append((f'form-data; name="{name}"', None, _bytes(each)))
    for name, given in files.items() if hasattr(files, "items") else files:
        file, kind = given, None
        file_name = getattr(given, "name", None) or name
        if isinstance(given, (tuple, list)):
            file_name, file = given[0], given[1]
            kind = given[2] if len(given) > 2 else None
        disposition = f'form-data; name="{name}"'
        if file_name:
            disposition += f'; filename="{str(file_name).rsplit("/", 1)[-1]}"'
        parts.append((disposition, kind, _bytes(file.read() if hasattr(file, "read") else file)))
    lines = []
    for disposition, kind, content in parts:
        lines.append(f"--{boundary}\r\nContent-Disposition: {disposition}\r\n".encode("utf-8"))
        if kind:
            lines.append(f"Content-Type: {kind}\r\n".encode("utf-8"))
        lines += [b"\r\n", content, b"\r\n"]
    lines.append(f"--{boundary}--\r\n".encode("ascii"))
    return b"".join(lines), f"multipart/form-data; boundary={boundary}"


def _bytes(value):
    return bytes(value) if isinstance(value, (bytes, bytearray)) else str(value).encode("utf-8")
