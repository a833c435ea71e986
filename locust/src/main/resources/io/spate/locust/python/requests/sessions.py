"""Sessions: connections, cookies and headers that requests share."""

import re
from urllib.parse import quote

import spate_host as _host
from gevent import GreenletExit

from .auth import HTTPBasicAuth
from .bodies import body_of, with_params
from .cookies import RequestsCookieJar
from .exceptions import (
    ConnectionError,
    ConnectTimeout,
    InvalidURL,
    MissingSchema,
    ReadTimeout,
    RequestException,
    SSLError,
)
from .models import PreparedRequest, Response
from .structures import HeaderLines, lines_of

_ABSOLUTE = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*://")


def _listed(given):
    return [] if given is None else [given] if callable(given) else list(given)


class Session:
    timeout = None
    max_redirects = 30

    def __init__(self):
        self._opened = None
        self._latest = None
        self.headers = HeaderLines()
        self.cookies = RequestsCookieJar(self)
        self.verify = True
        self.auth = None
        self.params = {}
        self.proxies = {}
        self.cert = None
        self.hooks = {}
        self.stream = False
        self.trust_env = True

    def __setattr__(self, name, value):
        if name == "headers" and not isinstance(value, HeaderLines):
            value = HeaderLines(value)
        if name == "cookies" and not isinstance(value, RequestsCookieJar):
            self.cookies.clear()
            self.cookies.update(value)
            return
        super().__setattr__(name, value)

    def _client(self):
        if self._opened is None:
            self._opened = _host.client()
        return self._opened

    def _place(self):
        """A URL whose cookies the session's are."""
        if self._latest is None:
            raise RequestException("cookies belong to a host: make a request first")
        return self._latest

    def mount(self, prefix, adapter):
        """Connections are Spate's."""

    def close(self):
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def send_request(
        self,
        method,
        url,
        params=None,
        data=None,
        headers=None,
        cookies=None,
        files=None,
        auth=None,
        timeout=None,
        allow_redirects=True,
        proxies=None,
        hooks=None,
        stream=None,
        verify=None,
        cert=None,
        json=None,
    ):
        """Sends; the answer has its error where none came."""
        if params or self.params:
            url = with_params(url, params if not self.params else {**self.params, **(params or {})})
        if not _ABSOLUTE.match(url):
            raise MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
        if not url.isascii() or " " in url:
            url = quote(url, safe="!#$%&'()*+,/:;=?@[]~")
        body, kind = body_of(data, json, files) if (data or files or json is not None) else (None, None)
        request = PreparedRequest(method.upper(), url, None, body)
        lines = self._lines(request, headers, cookies, auth or self.auth)
        self._latest = url
        wait = self.timeout if timeout is None else timeout
        connecting, reading = wait if isinstance(wait, tuple) else (wait, wait)
        answer = self._client().send(
            request.method,
            url,
            lines,
            body,
            kind or "",
            -1.0 if connecting is None else float(connecting),
            -1.0 if reading is None else float(reading),
            self.max_redirects if allow_redirects else 0,
            self.verify is not False if verify is None else verify is not False,
        )
        if answer is None:
            raise GreenletExit()
        problem = answer.problem()
        if problem:
            raise InvalidURL(problem)
        response = self._response(answer, request, answer.url() or url)
        if not response.status_code:
            response.error = error_of(answer, response)
        elif hooks or self.hooks:
            for hook in _listed((hooks or {}).get("response")) + _listed(self.hooks.get("response")):
                response = hook(response) or response
        return response

    def _response(self, answer, request, url):
        return Response(answer, request, url)

    def _lines(self, request, headers, cookies, auth):
        own = self.headers.lines()
        if not (headers or cookies or auth):
            return own
        for name, value in (headers or {}).items():
            if value is not None:
                request.headers[name] = value
        if cookies:
            request.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in dict(cookies).items())
        if auth:
            (HTTPBasicAuth(*auth) if isinstance(auth, tuple) else auth)(request)
        left = [pair for pair in self.headers.items() if not (headers and pair[0] in request.headers)]
        return lines_of([*left, *request.headers.items()])

    def request(self, method, url, **kwargs):
        response = self.send_request(method, url, **kwargs)
        if response.error is not None:
            raise response.error
        return response

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault("allow_redirects", False)
        return self.request("HEAD", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)


class RemoteDisconnected(ConnectionResetError):
    pass


def error_of(answer, response):
    """The error that requests has for what a connection met."""
    kind, text = answer.kind(), answer.error()
    made = {
        "connect_timeout": ConnectTimeout,
        "first_byte_timeout": ReadTimeout,
        "timeout": ReadTimeout,
        "tls": SSLError,
    }.get(kind, ConnectionError)
    if kind == "refused":
        text = ConnectionRefusedError(111, "Connection refused")
    elif kind == "reset":
        text = ConnectionResetError(104, "Connection reset by peer")
    elif kind == "closed":
        text = RemoteDisconnected("Remote end closed connection without response")
    return made(text, response=response, request=response.request)
