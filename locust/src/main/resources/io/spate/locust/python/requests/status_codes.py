"""Names of status codes: codes.ok, codes.not_found."""

from http import HTTPStatus


class _Codes:
    ok = 200
    okay = 200


codes = _Codes()
for _status in HTTPStatus:
    setattr(codes, _status.name.lower(), _status.value)
