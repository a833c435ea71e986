"""As much of python-dotenv as locustfiles use; the real package is taken where it is found."""

import os
import re
import sys

_LINE = re.compile(
    r"""^[ \t]*(?:export[ \t]+)?(?P<name>[A-Za-z_][\w.\-]*)[ \t]*"""
    r"""(?:=[ \t]*(?P<value>'[^']*'|"(?:\\.|[^"\\])*"|[^\r\n]*?(?=[ \t]+#|[ \t]*$)))?[ \t]*(?:#.*)?$""",
    re.M,
)
_VARIABLE = re.compile(r"\$\{(?P<name>[^}:]+)(?::-(?P<default>[^}]*))?\}")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "'": "'"}


def find_dotenv(filename=".env", raise_error_if_not_found=False, usecwd=False):
    """The file beside the caller or in a folder above it; empty where there is none."""
    folder = os.getcwd()
    if not usecwd:
        frame = sys._getframe()
        while frame is not None and frame.f_code.co_filename == __file__:
            frame = frame.f_back
        if frame is not None and os.path.exists(frame.f_code.co_filename):
            folder = os.path.dirname(os.path.abspath(frame.f_code.co_filename))
    while True:
        path = os.path.join(folder, filename)
        if os.path.isfile(path):
            return path
        above = os.path.dirname(folder)
        if above == folder:
            break
        folder = above
    if raise_error_if_not_found:
        raise IOError("File not found")
    return ""


def _read(path, stream, encoding):
    if stream is not None:
        return stream.read()
    path = path or find_dotenv()
    if not path or not os.path.isfile(path):
        return None
    with open(path, encoding=encoding or "utf-8") as file:
        return file.read()


def _parsed(text, interpolate, override):
    values = {}
    for line in _LINE.finditer(text):
        name, raw = line.group("name"), line.group("value")
        value = _plain(raw)
        if interpolate and value is not None and not raw.startswith("'"):
            value = _VARIABLE.sub(lambda match: _variable(match, values, override), value)
        values[name] = value
    return values


def _plain(raw):
    if raw is None:
        return None
    if raw[:1] == '"':
        return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match.group(1), match.group(0)), raw[1:-1])
    return raw[1:-1] if raw[:1] == "'" else raw.strip()


def _variable(match, values, override):
    first, second = (values, os.environ) if override else (os.environ, values)
    name, default = match.group("name"), match.group("default") or ""
    found = first.get(name, second.get(name))
    return default if found is None else found


def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding="utf-8"):
    text = _read(dotenv_path, stream, encoding)
    return {} if text is None else _parsed(text, interpolate, True)


def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding="utf-8"):
    text = _read(dotenv_path, stream, encoding)
    if text is None:
        return False
    values = _parsed(text, interpolate, override)
    for name, value in values.items():
        if value is not None and (override or name not in os.environ):
            os.environ[name] = value
    return bool(values)


def get_key(dotenv_path, key_to_get, encoding="utf-8"):
    return dotenv_values(dotenv_path, encoding=encoding).get(key_to_get)


__all__ = ["dotenv_values", "find_dotenv", "get_key", "load_dotenv"]
