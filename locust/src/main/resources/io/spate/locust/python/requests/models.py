"""Requests and their answers."""

from .exceptions import HTTPError, RequestException
from .jsons import parsed
from .structures import CaseInsensitiveDict


def path_url(url):
    """Path and query of a URL."""
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    path = parts.path or "/"
    return f"{path}?{parts.query}" if parts.query else path


class PreparedRequest:
    """What was sent."""

    def __init__(self, method, url, headers=None, body=None):
        self.method = method
        self.url = url
        self.headers = CaseInsensitiveDict(headers)
        self.body = body

    @property
    def path_url(self):
        return path_url(self.url)


Request = PreparedRequest


class Response:
    """An answer; what is not asked for is not made."""

    error = None
    history = ()
    raw = None
    _headers = None
    _content = None
    _encoding = None
    _url = None
    _body = None
    _given = None
    _sent = None
    _no_text = ""

    def __init__(self, answer=None, method=None):
        self._answer = answer
        self._method = method
        self.status_code = 0 if answer is None else answer.status()

    @property
    def url(self):
        if self._url is None and self._answer is not None:
            self._url = self._answer.url() or self._answer.asked()
        return self._url

    @url.setter
    def url(self, value):
        self._url = value

    @property
    def request(self):
        if self._sent is None:
            given = {name: value for name, value in (self._given or {}).items() if value is not None}
            self._sent = PreparedRequest(self._method.upper(), None, given, self._body)
        if self._answer is not None:
            self._sent.url = self._answer.asked()
        return self._sent

    @property
    def headers(self):
        if self._headers is None:
            self._headers = _headers(self._answer)
        return self._headers

    @headers.setter
    def headers(self, value):
        self._headers = value

    @property
    def reason(self):
        if self._answer is None or not self.status_code:
            return None
        line = self._answer.head().partition("\n")[0].strip().split(" ", 2)
        if len(line) > 2:
            return line[2]
        from http import HTTPStatus

        try:
            return HTTPStatus(self.status_code).phrase
        except ValueError:
            return ""

    @property
    def content(self):
        if self._content is None and self._answer is not None and self.status_code:
            self._content = self._answer.latin1().encode("latin-1")
        return self._content

    @property
    def text(self):
        if self._answer is None or not self.status_code:
            return self._no_text
        if self._encoding is not None:
            return self.content.decode(self._encoding, "replace")
        return self._answer.text()

    @property
    def encoding(self):
        if self._encoding is not None:
            return self._encoding
        kind = self.headers.get("content-type", "")
        if "charset=" in kind:
            return kind.partition("charset=")[2].partition(";")[0].strip("'\" ")
        return "ISO-8859-1" if "text" in kind else "utf-8"

    @encoding.setter
    def encoding(self, value):
        self._encoding = value

    apparent_encoding = "utf-8"

    def json(self, **kwargs):
        text = self.text
        try:
            if not kwargs:
                return parsed(text)
            import json as _json

            return _json.loads(text, **kwargs)
        except ValueError as error:
            from .undecodable import JSONDecodeError

            raise JSONDecodeError(
                getattr(error, "msg", str(error)), getattr(error, "doc", text), getattr(error, "pos", 0)
            ) from None

    @property
    def elapsed(self):
        import datetime

        return datetime.timedelta(milliseconds=0 if self._answer is None else self._answer.waitedMillis())

    @property
    def cookies(self):
        found = {}
        if self._answer is not None:
            for line in self._answer.setCookies():
                name, _, value = line.partition(";")[0].partition("=")
                found[name.strip()] = value.strip()
        return found

    @property
    def ok(self):
        try:
            self.raise_for_status()
        except RequestException:
            return False
        return True

    @property
    def is_redirect(self):
        return "location" in self.headers and self.status_code in (301, 302, 303, 307, 308)

    @property
    def links(self):
        return {}

    def raise_for_status(self):
        if self.error is not None:
            raise self.error
        if self.status_code >= 400:
            side = "Client" if self.status_code < 500 else "Server"
            raise HTTPError(
                f"{self.status_code} {side} Error: {self.reason} for url: {self.url}", response=self
            )

    def iter_content(self, chunk_size=1, decode_unicode=False):
        content = (self.text if decode_unicode else self.content) or b""
        size = chunk_size or len(content) or 1
        for start in range(0, len(content), size):
            yield content[start : start + size]

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        content = (self.text if decode_unicode else self.content) or b""
        yield from (content.split(delimiter) if delimiter else content.splitlines())

    def __iter__(self):
        return self.iter_content(128)

    def __bool__(self):
        return self.ok

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        pass

    def __repr__(self):
        return f"<Response [{self.status_code}]>"


def _headers(answer):
    found = CaseInsensitiveDict()
    if answer is None or not answer.status():
        return found
    for line in answer.head().splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon:
            value = value.strip()
            found[name] = f"{found[name]}, {value}" if name in found else value
    return found
