"""The HTTP client of users: a session of requests whose requests are measured."""

import re
import time
from urllib.parse import urlsplit, urlunsplit

from requests.exceptions import ConnectionError, RequestException
from requests.models import Response, path_url
from requests.sessions import Session

from .exception import CatchResponseError, LocustError, ResponseError

_ABSOLUTE = re.compile(r"^https?://", re.I)
_HINT = "If you want to change the state of the request, you must pass catch_response=True. See http://docs.locust.io/en/stable/writing-a-locustfile.html#validating-responses"
_ENTER = "Tried to set status on a request that has not yet been made. Make sure you use a with-block, like this:\n\nwith self.client.request(..., catch_response=True) as response:\n    response.{}"


class LocustResponse(Response):
    """An answer that is measured already."""

    def success(self):
        raise LocustError(_HINT)

    def failure(self, exc):
        raise LocustError(_HINT)

    @property
    def js(self):
        try:
            return self.json()
        except ValueError:
            return None


class ResponseContextManager(LocustResponse):
    """An answer that is measured at the end of its with-block, which may say how it went."""

    _result = None
    _entered = False
    _event = None
    request_meta = None

    def __enter__(self):
        self._entered = True
        return self

    def __exit__(self, kind, value, traceback):
        if self._result is not None:
            self.request_meta["exception"] = None if self._result is True else self._result
            self._report()
            return kind is None
        if kind is not None:
            if not isinstance(value, ResponseError):
                return False
            self.request_meta["exception"] = value
        else:
            self.request_meta["exception"] = failure_of(self, None)
        self._report()
        return True

    def _report(self):
        self._event.fire(**self.request_meta)

    def success(self):
        if not self._entered:
            raise LocustError(_ENTER.format("success()"))
        self._result = True

    def failure(self, exc):
        if not self._entered:
            raise LocustError(_ENTER.format("failure(...)"))
        self._result = exc if isinstance(exc, Exception) else CatchResponseError(exc)


def failure_of(response, name):
    """Why an answer is a failure by its status alone; None where it is none."""
    if response.error is None and response.status_code < 400:
        return None
    try:
        if name:
            shown, response.url = response.url, name
            try:
                response.raise_for_status()
            finally:
                response.url = shown
        else:
            response.raise_for_status()
    except RequestException as error:
        # What lies below says more, and is what failures are told apart by.
        inner = error.args[0] if isinstance(error, ConnectionError) and error.args else None
        return inner if isinstance(inner, Exception) else error
    return None


class _Renamed:
    """A with-block whose requests have a name."""

    def __init__(self, session, name):
        self._session = session
        self._name = name

    def __enter__(self):
        self._session.request_name = self._name

    def __exit__(self, *args):
        self._session.request_name = None


class HttpSession(Session):
    def __init__(self, base_url, request_event, user=None, *args, pool_manager=None, **kwargs):
        super().__init__()
        self.base_url = base_url
        self.request_event = request_event
        self.user = user
        self.request_name = None
        parts = urlsplit(base_url)
        if parts.username and parts.password:
            self.base_url = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
            self.auth = (parts.username, parts.password)

    def _place(self):
        return self._latest or self.base_url

    def _build_url(self, path):
        return path if _ABSOLUTE.match(path) else f"{self.base_url}{path}"

    def rename_request(self, name):
        return _Renamed(self, name)

    def _response(self, answer, request, url):
        return LocustResponse(answer, request, url)

    def request(self, method, url, name=None, catch_response=False, context=None, **kwargs):
        name = name or self.request_name
        start = time.time()
        response = self.send_request(method, self._build_url(url), **kwargs)
        answer = response._answer
        event = self.request_event
        label = name or path_url(response.request.url)
        if not catch_response and not event._handlers:
            event.record(method, label, answer.millis(), answer.length(), failure_of(response, name))
            return response
        meta = {
            "request_type": method,
            "response_time": answer.millis(),
            "name": label,
            "context": {**(self.user.context() if self.user else {}), **(context or {})},
            "response": response,
            "exception": None,
            "start_time": start,
            "url": response.request.url,
            "response_length": answer.length(),
        }
        if catch_response:
            response.__class__ = self._caught
            response._event = event
            response.request_meta = meta
            return response
        meta["exception"] = failure_of(response, name)
        event.fire(**meta)
        return response

    _caught = ResponseContextManager


class RestResponse(ResponseContextManager):
    """An answer in JSON; what goes wrong in its with-block is a failure of the request."""

    @property
    def js(self):
        return self._js

    _js = None

    def __enter__(self):
        super().__enter__()
        try:
            self._js = self.json() if self.content else None
        except ValueError as error:
            self.failure(f"Could not parse response as JSON. {self.text[:200]!r}, response code {self.status_code}, error {error}")
        return self

    def __exit__(self, kind, value, traceback):
        if kind is not None and issubclass(kind, Exception) and not isinstance(value, ResponseError):
            at = traceback
            while at.tb_next is not None:
                at = at.tb_next
            self.failure(f"{kind.__name__}: {value} at line {at.tb_lineno}")
            kind = value = None
        return super().__exit__(kind, value, traceback)


class FastHttpSession(HttpSession):
    def __init__(self, environment, base_url, user=None, **kwargs):
        super().__init__(base_url, environment.events.request, user)

    def rest(self, method, url, headers=None, **kwargs):
        sent = {"Accept": "application/json", **(headers or {})}
        kwargs["catch_response"] = True
        response = self.request(method, url, headers=sent, **kwargs)
        response.__class__ = RestResponse
        return response
