"""Maps whose keys are told apart without their case."""

from collections.abc import MutableMapping


class CaseInsensitiveDict(MutableMapping):
    def __init__(self, data=None, **kwargs):
        self._store = {}
        self.update({} if data is None else data, **kwargs)

    def __setitem__(self, key, value):
        self._store[key.lower()] = (key, value)

    def __getitem__(self, key):
        return self._store[key.lower()][1]

    def __delitem__(self, key):
        del self._store[key.lower()]

    def __iter__(self):
        return (key for key, _ in self._store.values())

    def __len__(self):
        return len(self._store)

    def __repr__(self):
        return repr(dict(self.items()))

    def copy(self):
        return CaseInsensitiveDict(self._store.values())


class HeaderLines(CaseInsensitiveDict):
    """Headers of a session, as lines for the client; made anew when they have changed."""

    def __init__(self, data=None, **kwargs):
        self._lines = None
        super().__init__(data, **kwargs)

    def __setitem__(self, key, value):
        self._lines = None
        if value is None:
            self._store.pop(key.lower(), None)
        else:
            super().__setitem__(key, value)

    def __delitem__(self, key):
        self._lines = None
        super().__delitem__(key)

    def lines(self):
        if self._lines is None:
            self._lines = lines_of(self._store.values())
        return self._lines

    def lines_with(self, more):
        """The same with the headers of one request, which stand in place of those of their names."""
        own = {name.lower(): (name, value) for name, value in more.items()}
        added = lines_of([pair for pair in own.values() if pair[1] is not None])
        if own.keys().isdisjoint(self._store):
            left = self.lines()
        else:
            left = lines_of([pair for key, pair in self._store.items() if key not in own])
        return f"{left}\n{added}" if left and added else left or added


def lines_of(pairs):
    """Names and values by turns, each on a line."""
    parts = []
    for name, value in pairs:
        parts.append(_text(name))
        parts.append(_text(value))
    return "\n".join(parts)


def _text(value):
    text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
    if "\n" in text or "\r" in text:
        from .exceptions import RequestException

        raise RequestException(f"Invalid leading whitespace, reserved character(s), or return character(s) in header value: {text!r}")
    return text
