"""Sessions: connections, cookies and headers that requests share."""

from _socket import gaierror

import spate_host as _host
from gevent import ended

from .auth import HTTPBasicAuth
from .bodies import body_of, with_params
from .cookies import RequestsCookieJar
from .exceptions import (
    ConnectionError,
    ConnectTimeout,
    InvalidProxyURL,
    InvalidURL,
    MissingSchema,
    ReadTimeout,
    RequestException,
    SSLError,
)
from .models import PreparedRequest, Response
from .structures import HeaderLines, lines_of


def _listed(given):
    return [] if given is None else [given] if callable(given) else list(given)


def _file(path):
    if not path:
        return ""
    with open(path) as file:
        return file.read()


class Session:
    timeout = None
    max_redirects = 30
    base_url = ""

    def __init__(self):
        self._opened = None
        self._away = False
        self._headers = HeaderLines()
        self._cookies = RequestsCookieJar(self)
        self.verify = True
        self.auth = None
        self.params = {}
        self.proxies = {}
        self.cert = None
        self.hooks = {}
        self.stream = False
        self.trust_env = True

    @property
    def headers(self):
        return self._headers

    @headers.setter
    def headers(self, value):
        self._headers = value if isinstance(value, HeaderLines) else HeaderLines(value)

    @property
    def cookies(self):
        return self._cookies

    @cookies.setter
    def cookies(self, value):
        if isinstance(value, RequestsCookieJar):
            self._cookies = value
        else:
            self._cookies.clear()
            self._cookies.update(value)

    def _client(self):
        if self._opened is None:
            self._opened = _host.client()
        return self._opened

    def _place(self):
        """A URL whose cookies the session's are."""
        place = self._client().latest() or self.base_url
        if not place:
            raise RequestException("cookies belong to a host: make a request first")
        return place

    def _go(self, proxies, cert):
        """Has requests take the way that proxies and a certificate make."""
        certificate, key = cert if isinstance(cert, (tuple, list)) else (cert, None)
        proxies = proxies or {}
        problem = self._client().through(
            proxies.get("http") or proxies.get("all") or "",
            proxies.get("https") or proxies.get("all") or "",
            _file(certificate),
            _file(key),
        )
        if problem:
            raise InvalidProxyURL(problem) if "proxy" in problem else SSLError(problem)
        self._away = bool(proxies or cert)

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
        label="",
        counts=False,
        made=None,
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
        """Sends; the answer has its error where none came. What goes well is counted where that is asked for."""
        if params or self.params:
            url = with_params(url, params if not self.params else {**self.params, **(params or {})})
        if not self.base_url and "://" not in url:
            raise MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
        if proxies or self.proxies or cert or self.cert or self._away:
            self._go(proxies or self.proxies, cert or self.cert)
        body, kind = body_of(data, json, files) if (data or files or json is not None) else (None, None)
        request, lines = None, self._headers.lines()
        if headers and not (cookies or auth or self.auth):
            lines = self._headers.lines_with(headers)
        elif cookies or auth or self.auth:
            request = PreparedRequest(method.upper(), url, None, body)
            lines = self._lines(request, headers, cookies, auth or self.auth)
        wait = self.timeout if timeout is None else timeout
        connecting, reading = wait if isinstance(wait, tuple) else (wait, wait)
        response = self._response(
            self._client().send(
                method,
                self.base_url,
                url,
                label,
                counts,
                lines,
                body,
                kind or "",
                -1.0 if connecting is None else float(connecting),
                -1.0 if reading is None else float(reading),
                self.max_redirects if allow_redirects else 0,
                self.verify is not False if verify is None else verify is not False,
            ),
            method,
            made or self._made,
        )
        response._body = body
        response._given = headers
        response._sent = request
        if (hooks or self.hooks) and response.status_code:
            for hook in _listed((hooks or {}).get("response")) + _listed(self.hooks.get("response")):
                response = hook(response) or response
        return response

    _made = Response

    def _response(self, answer, method, made):
        if answer is None:
            raise ended()
        response = made(answer, method)
        if not response.status_code:
            if answer.problem():
                raise InvalidURL(answer.problem())
            response.error = error_of(answer, response)
        return response

    def _lines(self, request, headers, cookies, auth):
        for name, value in (headers or {}).items():
            if value is not None:
                request.headers[name] = value
        if cookies:
            request.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in dict(cookies).items())
        if auth:
            (HTTPBasicAuth(*auth) if isinstance(auth, tuple) else auth)(request)
        left = [pair for pair in self._headers.items() if not (headers and pair[0] in request.headers)]
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
    elif kind == "dns":
        text = gaierror(-2, "Name or service not known")
    elif kind == "closed":
        text = RemoteDisconnected("Remote end closed connection without response")
    return made(text, response=response, request=response.request)
