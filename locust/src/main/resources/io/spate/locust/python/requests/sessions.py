"""Sessions: connections, cookies and headers that requests share."""

from _socket import gaierror

import spate_host as _host
from gevent import ended

from .auth import HTTPBasicAuth, HTTPDigestAuth
from .bodies import body_of, with_params
from .cookies import RequestsCookieJar
from .exceptions import (
    ConnectionError,
    ConnectTimeout,
    InvalidHeader,
    InvalidProxyURL,
    InvalidURL,
    MissingSchema,
    ReadTimeout,
    RequestException,
    SSLError,
)
from .models import PreparedRequest, Response
from .structures import HeaderLines


def _listed(given):
    return [] if given is None else [given] if callable(given) else list(given)


def _file(path):
    if not path:
        return ""
    with open(path) as file:
        return file.read()


def _require_texts(method, url):
    """Says what is wrong with a request that was not taken, as far as that is its method or its URL."""
    if not isinstance(url, str):
        raise TypeError(f"expected string or bytes-like object, got {type(url).__name__!r}") from None
    if not isinstance(method, str):
        raise AttributeError(f"{type(method).__name__!r} object has no attribute 'upper'") from None


class _Own:
    """An attribute that a session keeps under a name of its own, so as to note what becomes of it."""

    def __init__(self, given):
        self._given = given

    def __set_name__(self, owner, name):
        self._name = "_own_" + name


class _Common(_Own):
    """One that all requests share. What they are sent with is made anew when it changes."""

    def __get__(self, session, owner=None):
        return getattr(session, self._name, self._given)

    def __set__(self, session, value):
        setattr(session, self._name, value)
        session._options = None


class _Rare(_Own):
    """One that few scripts touch: the requests of a session of which none was touched take the short way.

    Who reads it may change what it holds. The session itself looks under its own name, where None is nothing.
    """

    def __get__(self, session, owner=None):
        value = getattr(session, self._name)
        if value is None:
            value = self._given()
        self.__set__(session, value)
        return value

    def __set__(self, session, value):
        setattr(session, self._name, value)
        session._short = False


class Session:
    base_url = _Common("")
    timeout = _Common(None)
    max_redirects = _Common(30)
    verify = _Common(True)
    auth = _Rare(lambda: None)
    params = _Rare(dict)
    proxies = _Rare(dict)
    cert = _Rare(lambda: None)
    hooks = _Rare(dict)
    stream = _Rare(bool)
    _own_auth = _own_params = _own_proxies = _own_cert = _own_hooks = _own_stream = None
    _short = False
    _options = None

    def __init__(self):
        self._opened = None
        self._away = False
        self._headers = HeaderLines()
        self._cookies = RequestsCookieJar(self)
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
        for url in proxies.values():
            _require_texts("", url or "")
        problem = self._client().through(
            proxies.get("http") or proxies.get("all") or "",
            proxies.get("https") or proxies.get("all") or "",
            _file(certificate),
            _file(key),
        )
        if problem:
            raise InvalidProxyURL(problem) if "proxy" in problem else SSLError(problem)
        self._away = bool(proxies or cert)
        # The next request may have to take the way back.
        self._short = False

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

    def send_request(self, method, url, label="", counts=False, made=None, data=None, json=None, headers=None, others=None):
        """Sends; the answer has its error where none came. What goes well is counted where that is asked for.

        Others are the rest of what requests takes, by name; few requests have such.
        """
        sent = None
        if others or not self._short:
            url, body, kind, lines, sent, options = self._peculiar(method, url, data, json, headers, **(others or {}))
        else:
            body = kind = None
            if json is not None or data:
                body, kind = body_of(data, json, None)
            held = self._headers
            lines = held.lines_with(headers) if headers else held.lines() if held._lines is None else held._lines
            options = self._options
            if options is None:
                options = self._options = self._sent_with(self.timeout, self.max_redirects, self.verify)
        client = self._opened
        if client is None:
            client = self._client()
        try:
            answer = client.send(method, url, label, counts, lines, body, kind or "", options)
        except BaseException:
            _require_texts(method, url)
            if isinstance(label, str):
                raise
            return self.send_request(method, url, str(label), counts, made, data, json, headers, others)
        if answer is None:
            raise ended()
        response = (made or Response)(answer, method)
        if body is not None or headers or sent:
            response._body, response._given, response._sent = body, headers, sent
        if not response.status_code:
            if answer.problem():
                raise (InvalidHeader if "header" in answer.problem() else InvalidURL)(answer.problem())
            response.error = error_of(answer, response)
        elif others or not self._short:
            given, own = (others or {}).get("hooks") or {}, self._own_hooks or {}
            for hook in _listed(given.get("response")) + _listed(own.get("response")):
                response = hook(response) or response
        return response

    def _peculiar(
        self,
        method,
        url,
        data,
        json,
        headers,
        params=None,
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
    ):
        """What is sent of a request that is more than a method, a URL, a body and headers."""
        if params or self._own_params:
            url = with_params(url, params if not self._own_params else {**self._own_params, **(params or {})})
        if not self.base_url and "://" not in url:
            raise MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
        proxies, cert, auth = proxies or self._own_proxies, cert or self._own_cert, auth or self._own_auth
        if proxies or cert or self._away:
            self._go(proxies, cert)
        body, kind = body_of(data, json, files)
        sent = None
        if cookies or auth:
            sent = PreparedRequest(method.upper(), url, None, body)
            lines = self._lines(sent, headers, cookies, auth)
        else:
            lines = self._headers.lines_with(headers or {})
        options = self._sent_with(
            self.timeout if timeout is None else timeout,
            self.max_redirects if allow_redirects else 0,
            self.verify if verify is None else verify,
        )
        if isinstance(auth, HTTPDigestAuth):
            options = options.digest(str(auth.username), str(auth.password))
        return url, body, kind, lines, sent, options

    def _sent_with(self, timeout, redirects, verify):
        connecting, reading = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        return _host.options(
            self.base_url,
            -1.0 if connecting is None else float(connecting),
            -1.0 if reading is None else float(reading),
            redirects,
            verify is not False,
        )

    def _lines(self, request, headers, cookies, auth):
        for name, value in (headers or {}).items():
            if value is not None:
                request.headers[name] = value
        if cookies:
            request.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in dict(cookies).items())
        if auth:
            (HTTPBasicAuth(*auth) if isinstance(auth, tuple) else auth)(request)
        return self._headers.lines_with({**(headers or {}), **request.headers})

    def request(self, method, url, *, data=None, json=None, headers=None, **others):
        response = self.send_request(method, url, "", False, None, data, json, headers, others)
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
