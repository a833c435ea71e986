"""Maps whose keys are told apart without their case."""

from _collections_abc import MutableMapping


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
        """The same and those of one request, which come later and so take the place of those of their names."""
        added = lines_of(more.items())
        if added is not None:
            return self.lines() + added
        gone = {name.lower() for name, value in more.items() if value is None}
        left = lines_of([pair for key, pair in self._store.items() if key not in gone])
        return left + lines_of([pair for pair in more.items() if pair[1] is not None])


def lines_of(pairs):
    """Names and values by turns, each with a zero behind it; None where a value is None."""
    lines = ""
    for name, value in pairs:
        if type(value) is str and type(name) is str:
            lines += f"{name}\0{value}\0"
        elif value is None:
            return None
        else:
            lines += f"{_text(name)}\0{_text(value)}\0"
    return lines


def _text(value):
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
