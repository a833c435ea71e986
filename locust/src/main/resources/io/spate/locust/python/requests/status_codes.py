"""Names of status codes: codes.ok, codes.not_found."""


class _Codes:
    ok = 200
    okay = 200

    def __getattr__(self, name):
        from http import HTTPStatus

        try:
            return HTTPStatus[name.upper()].value
        except KeyError:
            raise AttributeError(name) from None

    __getitem__ = __getattr__


codes = _Codes()
