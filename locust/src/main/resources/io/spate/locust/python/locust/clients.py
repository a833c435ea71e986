"""The HTTP clients of users: sessions of requests whose requests are measured."""

from requests.exceptions import ConnectionError, RequestException, Timeout
from requests.models import Response
from requests.sessions import Session

from .exception import CatchResponseError, LocustError, ResponseError

_HINT = "If you want to change the state of the request, you must pass catch_response=True. See http://docs.locust.io/en/stable/writing-a-locustfile.html#validating-responses"
_WITH = "In order to use a with-block for requests, you must also pass catch_response=True"
_ENTER = "Tried to set status on a request that has not yet been made. Make sure you use a with-block, like this:\n\nwith self.client.request(..., catch_response=True) as response:\n    response.{}"


class LocustResponse(Response):
    """An answer that is measured already."""

    def __enter__(self):
        raise LocustError(_WITH)

    def success(self):
        raise LocustError(_HINT)

    def failure(self, exc):
        raise LocustError(_HINT)


class ResponseContextManager(LocustResponse):
    """An answer that is measured at the end of its with-block, which may say how it went."""

    _result = None
    _entered = False
    _meta = None

    def __enter__(self):
        self._entered = True
        return self

    def __exit__(self, kind, value, traceback):
        if self._result is not None:
            self._report(None if self._result is True else self._result)
            return kind is None
        if kind is None:
            self._report(None if 0 < self.status_code < 400 else failure_of(self, self._name))
        elif isinstance(value, ResponseError):
            self._report(value)
        else:
            return False
        return True

    @property
    def request_meta(self):
        """What listeners are told, which scripts may change."""
        if self._meta is None:
            self._meta = self._session._told(self, self._name, self._context)
        return self._meta

    def _report(self, exception):
        event = self._session.request_event
        if self._meta is None and not event._handlers and event.book is not None:
            answer = self._answer
            if exception is None:
                answer.count()
            else:
                event.record(self._method, self._name or answer.path(), answer.millis(), answer.length(), exception)
        else:
            self.request_meta["exception"] = exception
            event.fire(**self.request_meta)

    def raise_for_status(self):
        if self._result is None:
            super().raise_for_status()
        elif self._result is not True:
            raise self._result

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
    # Failures are counted by their texts, which are to be the same for all URLs of a name.
    shown, response.url = response.url, name or response._answer.path()
    try:
        response.raise_for_status()
    except (OSError, LocustBadStatusCode) as error:
        # What lies below says more, and is what failures are told apart by.
        inner = error.args[0] if isinstance(error, ConnectionError) and error.args else None
        return inner if isinstance(inner, Exception) else error
    finally:
        response.url = shown
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
    _made = LocustResponse
    _caught = ResponseContextManager
    _named_by_url = False

    def __init__(self, base_url, request_event, user=None, *args, pool_manager=None, **kwargs):
        super().__init__()
        self.base_url = base_url
        self._short = True
        self.request_event = request_event
        self.user = user
        self.request_name = None
        if "@" in base_url:
            from urllib.parse import urlsplit, urlunsplit

            parts = urlsplit(base_url)
            if parts.username and parts.password:
                self.base_url = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
                self.auth = (parts.username, parts.password)

    def rename_request(self, name):
        return _Renamed(self, name)

    def request(
        self, method, url, name=None, catch_response=False, context=None, *, data=None, json=None, headers=None, **others
    ):
        name = name or self.request_name or (url if self._named_by_url else None)
        event = self.request_event
        counts = not catch_response and not event._handlers and event.book is not None
        streams = (others or not self._short) and others.get("stream", self._own_stream)
        made = self._caught if catch_response else self._made
        response = self.send_request(
            method, url, name or "", counts and not streams, made, data, json, headers, others
        )
        if streams:
            response._answer.streamed()
        elif counts and 0 < response.status_code < 400:
            return response
        if catch_response:
            response._session = self
            response._name = name
            response._context = context
            return response
        if counts:
            answer = response._answer
            event.record(method, name or answer.path(), answer.millis(), answer.length(), failure_of(response, name))
            return response
        meta = self._told(response, name, context)
        meta["exception"] = failure_of(response, name)
        event.fire(**meta)
        return response

    def _told(self, response, name, context):
        answer = response._answer
        return {
            "request_type": response._method,
            "response_time": answer.millis(),
            "name": name or answer.path(),
            "context": {**(self.user.context() if self.user else {}), **(context or {})},
            "response": response,
            "exception": None,
            "start_time": answer.startSeconds(),
            "url": answer.asked(),
            "response_length": answer.length(),
        }


class LocustBadStatusCode(Exception):
    """What a status means to the fast client."""

    def __init__(self, url, code):
        super().__init__(url)
        self.url = url
        self.code = code

    def __str__(self):
        return f"URL {self.url}: code={self.code}"

    def __repr__(self):
        return f"LocustBadStatusCode(code={self.code})"


class FastResponse(LocustResponse):
    """An answer of the fast client, to which a bad status is an error as well."""

    _error = None
    _no_text = None

    @property
    def error(self):
        if self._error is None and self.status_code >= 400:
            self._error = LocustBadStatusCode(self.url, self.status_code)
        return self._error

    @error.setter
    def error(self, value):
        inner = value.args[0] if isinstance(value, RequestException) and value.args else None
        self._error = (
            inner if isinstance(inner, Exception) else TimeoutError("timed out") if isinstance(value, Timeout) else value
        )

    def raise_for_status(self):
        if self.error is not None:
            raise self.error

    @property
    def ok(self):
        return self.status_code < 400


class FastResponseContextManager(ResponseContextManager, FastResponse):
    """One that a with-block judges."""


class RestResponseContextManager(FastResponseContextManager):
    """An answer in JSON; what goes wrong in its with-block is a failure of the request."""

    js = None

    def __enter__(self):
        super().__enter__()
        if self.content is None:
            self.failure(str(self.error))
        elif self.text:
            try:
                self.js = self.json()
            except ValueError as error:
                self.failure(
                    f"Could not parse response as JSON. {self.text[:250]}, response code {self.status_code}, error {error}"
                )
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None or not issubclass(kind, Exception) or isinstance(value, ResponseError):
            return super().__exit__(kind, value, traceback)
        self.failure(self._why(kind, value, traceback))
        return super().__exit__(None, None, None)

    def _why(self, kind, value, traceback):
        shown = (self.text or "")[:200]
        if kind is AssertionError:
            text = str(value.args[0]) if value.args else "Assertion failed"
            return f"{text[:-1]}, response was {shown}" if text.endswith(",") else text
        from traceback import extract_tb

        places = [f"{at.filename}:{at.lineno} in {at.name}" for at in extract_tb(traceback) if at.filename[0] == "/"]
        return f"{kind.__name__}: {value} at {', '.join(places)}. Response was {shown}"


class FastHttpSession(HttpSession):
    _made = FastResponse
    _caught = FastResponseContextManager
    _named_by_url = True

    def __init__(self, environment, base_url, user=None, **kwargs):
        super().__init__(base_url, environment.events.request, user)

    def rest(self, method, url, headers=None, **kwargs):
        headers = dict(headers or {})
        given = {name.lower() for name in headers}
        for name in ("Content-Type", "Accept"):
            if name.lower() not in given:
                headers[name] = "application/json"
        kwargs["catch_response"] = True
        response = self.request(method, url, headers=headers, **kwargs)
        response.__class__ = RestResponseContextManager
        return response
