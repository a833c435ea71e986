"""As much of httpx as locustfiles use, over Spate's client; the real package is taken where it is found.

As with httpx under Locust, its requests are measured where a script reports them by events.request.
"""

import datetime

from requests import exceptions as _wrong
from requests.sessions import Session as _Session

from .errors import (
    CloseError,
    ConnectError,
    ConnectTimeout,
    HTTPError,
    HTTPStatusError,
    InvalidURL,
    NetworkError,
    PoolTimeout,
    ReadError,
    ReadTimeout,
    RemoteProtocolError,
    RequestError,
    TimeoutException,
    TooManyRedirects,
    TransportError,
    UnsupportedProtocol,
)

_UNSET = object()


class Timeout:
    def __init__(self, timeout=5.0, *, connect=_UNSET, read=_UNSET, write=_UNSET, pool=_UNSET):
        if isinstance(timeout, Timeout):
            timeout = timeout.read
        self.connect = timeout if connect is _UNSET else connect
        self.read = timeout if read is _UNSET else read
        self.write = timeout if write is _UNSET else write
        self.pool = timeout if pool is _UNSET else pool

    def _pair(self):
        return (self.connect, self.read)


class Limits:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)


class BasicAuth:
    def __init__(self, username, password):
        self._pair = (username, password)


class Response:
    def __init__(self, inner):
        self._inner = inner
        self.status_code = inner.status_code
        self.headers = inner.headers
        self.request = inner.request
        self.url = inner.url
        self.cookies = inner.cookies
        self.history = []

    content = property(lambda self: self._inner.content)
    text = property(lambda self: self._inner.text)
    encoding = property(lambda self: self._inner.encoding)
    reason_phrase = property(lambda self: self._inner.reason)
    is_success = property(lambda self: 200 <= self.status_code < 300)
    is_error = property(lambda self: self.status_code >= 400)
    is_client_error = property(lambda self: 400 <= self.status_code < 500)
    is_server_error = property(lambda self: self.status_code >= 500)
    is_redirect = property(lambda self: 300 <= self.status_code < 400)
    has_redirect_location = property(lambda self: self._inner.is_redirect)
    http_version = "HTTP/1.1"

    @property
    def elapsed(self):
        return datetime.timedelta(milliseconds=self._inner._answer.millis())

    def json(self, **kwargs):
        return self._inner.json(**kwargs)

    def read(self):
        return self.content

    async def aread(self):
        return self.content

    def iter_bytes(self, chunk_size=None):
        return self._inner.iter_content(chunk_size)

    def iter_text(self, chunk_size=None):
        return self._inner.iter_content(chunk_size, True)

    def iter_lines(self):
        return self._inner.iter_lines(decode_unicode=True)

    def raise_for_status(self):
        if self.is_success:
            return self
        kind = {3: "Redirect response", 4: "Client error", 5: "Server error"}.get(self.status_code // 100, "Informational response")
        message = f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'"
        raise HTTPStatusError(message, request=self.request, response=self)

    def close(self):
        pass

    async def aclose(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"


_ERRORS = (
    (_wrong.ConnectTimeout, ConnectTimeout),
    (_wrong.Timeout, ReadTimeout),
    (_wrong.TooManyRedirects, TooManyRedirects),
    (_wrong.MissingSchema, UnsupportedProtocol),
    (_wrong.InvalidURL, InvalidURL),
    (_wrong.ConnectionError, ConnectError),
)


class _Base:
    def __init__(
        self,
        *,
        auth=None,
        params=None,
        headers=None,
        cookies=None,
        verify=True,
        timeout=5.0,
        follow_redirects=False,
        base_url="",
        **ignored,
    ):
        self._session = _Session()
        self._session.headers["User-Agent"] = "python-httpx/0.28.1"
        self._session.headers.update(headers or {})
        self._session.params = dict(params or {})
        self._session.verify = verify is not False
        self._session.auth = auth._pair if isinstance(auth, BasicAuth) else auth
        self._given_cookies = dict(cookies or {})
        self.timeout = timeout if isinstance(timeout, Timeout) else Timeout(timeout)
        self.follow_redirects = follow_redirects
        self.base_url = base_url
        self.is_closed = False

    @property
    def headers(self):
        return self._session.headers

    @property
    def cookies(self):
        return self._session.cookies

    @property
    def params(self):
        return self._session.params

    def _send(self, method, url, content=None, data=None, timeout=_UNSET, follow_redirects=None, auth=None, cookies=None, extensions=None, **more):
        wait = self.timeout if timeout is _UNSET else timeout if isinstance(timeout, Timeout) else Timeout(timeout)
        place = str(url)
        if self.base_url and "://" not in place:
            place = f"{str(self.base_url).rstrip('/')}/{place.lstrip('/')}"
        try:
            return Response(
                self._session.request(
                    method,
                    place,
                    data=data if content is None else content,
                    timeout=wait._pair(),
                    allow_redirects=self.follow_redirects if follow_redirects is None else follow_redirects,
                    auth=auth._pair if isinstance(auth, BasicAuth) else auth,
                    cookies={**self._given_cookies, **(cookies or {})} or None,
                    **more,
                )
            )
        except _wrong.RequestException as error:
            made = next((ours for theirs, ours in _ERRORS if isinstance(error, theirs)), TransportError)
            raise made(str(error), request=error.request) from error

    def _close(self):
        self.is_closed = True
        self._session.close()


_METHODS = ("get", "options", "head", "post", "put", "patch", "delete")


class Client(_Base):
    def request(self, method, url, **kwargs):
        return self._send(method, url, **kwargs)

    def stream(self, method, url, **kwargs):
        return self._send(method, url, **kwargs)

    def close(self):
        self._close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self._close()


class AsyncClient(_Base):
    """Its requests hold the user that makes them; other users go on meanwhile."""

    async def request(self, method, url, **kwargs):
        return self._send(method, url, **kwargs)

    async def aclose(self):
        self._close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        self._close()


def _add_methods():
    for name in _METHODS:

        def call(self, url, _method=name.upper(), **kwargs):
            return self.request(_method, url, **kwargs)

        call.__name__ = name
        setattr(Client, name, call)
        setattr(AsyncClient, name, call)


_add_methods()


def request(method, url, *, timeout=5.0, follow_redirects=False, verify=True, **kwargs):
    with Client(timeout=timeout, follow_redirects=follow_redirects, verify=verify) as client:
        return client.request(method, url, **kwargs)


def get(url, **kwargs):
    return request("GET", url, **kwargs)


def options(url, **kwargs):
    return request("OPTIONS", url, **kwargs)


def head(url, **kwargs):
    return request("HEAD", url, **kwargs)


def post(url, **kwargs):
    return request("POST", url, **kwargs)


def put(url, **kwargs):
    return request("PUT", url, **kwargs)


def patch(url, **kwargs):
    return request("PATCH", url, **kwargs)


def delete(url, **kwargs):
    return request("DELETE", url, **kwargs)
