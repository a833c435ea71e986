"""Rows of a file for one user after the other, and again from its start."""

import csv


class CSVReader:
    """next() gives a row as a list."""

    _made = staticmethod(csv.reader)

    def __init__(self, file, **kwargs):
        self._file = open(file, newline="") if isinstance(file, str) else file
        self._kwargs = kwargs
        self._rows = self._made(self._file, **kwargs)

    def __iter__(self):
        return self

    def __next__(self):
        try:
            return next(self._rows)
        except StopIteration:
            self._file.seek(0)
            self._rows = self._made(self._file, **self._kwargs)
            return next(self._rows)


class CSVDictReader(CSVReader):
    """next() gives a row as a dict."""

    _made = staticmethod(csv.DictReader)
