"""The error of a body that is not the JSON it should be."""

from json import JSONDecodeError as _DecodeError

from .exceptions import InvalidJSONError


class JSONDecodeError(InvalidJSONError, _DecodeError):
    def __init__(self, *args, **kwargs):
        _DecodeError.__init__(self, *args)
        InvalidJSONError.__init__(self, *self.args, **kwargs)

    def __reduce__(self):
        return _DecodeError.__reduce__(self)
