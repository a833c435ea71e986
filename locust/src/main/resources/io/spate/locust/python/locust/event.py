"""Events, to which scripts listen."""

import time

from .exception import InterruptTaskSet, RescheduleTask, RescheduleTaskImmediately, StopTest, StopUser
from .log import Logger

logger = Logger("root")

# What a listener may steer the user with whose request it is told of.
_STEERING = (StopUser, StopTest, RescheduleTask, RescheduleTaskImmediately, InterruptTaskSet)


class EventHook:
    """Functions that are called when something happens."""

    def __init__(self):
        self._handlers = []

    def add_listener(self, handler):
        self._handlers.append(handler)
        return handler

    def remove_listener(self, handler):
        self._handlers.remove(handler)

    def fire(self, *, reverse=False, **kwargs):
        handlers = reversed(self._handlers) if reverse else list(self._handlers)
        for handler in handlers:
            try:
                handler(**kwargs)
            except _STEERING:
                raise
            except Exception:
                _failed(handler)

    def measure(self, request_type, name, response_length=0, context=None):
        """Tells of what a with-block does as of a request, which fails where it raises an error."""
        return _Measured(
            self,
            {
                "request_type": request_type,
                "name": name,
                "response_length": response_length,
                "context": context or {},
                "exception": None,
            },
        )


class _Measured:
    def __init__(self, event, meta):
        self._event = event
        self._meta = meta

    def __enter__(self):
        self._meta["start_time"] = time.time()
        self._start = time.perf_counter()
        return self._meta

    def __exit__(self, kind, value, trace):
        failed = kind is not None and issubclass(kind, Exception)
        if failed:
            self._meta["exception"] = value
        self._meta["response_time"] = (time.perf_counter() - self._start) * 1000
        self._event.fire(**self._meta)
        return failed


# Listeners that have failed; the run then ends with 2.
_unhandled = []


def _failed(handler):
    """Tells of the error that a listener has raised just now."""
    import traceback

    logger.error("Uncaught exception in event handler: \n%s", traceback.format_exc())
    _unhandled.append(handler)


class RequestEvent(EventHook):
    """Tells of each request. What is shown of a run listens first, without a call in between."""

    def __init__(self):
        super().__init__()
        self._entries = {}
        self.book = None

    def record(self, request_type, name, response_time, response_length, exception):
        key = (request_type, name)
        entry = self._entries.get(key)
        if entry is None:
            entry = self.book.entry(str(request_type), str(name))
            self._entries[key] = entry
        if exception is None:
            entry.log(response_time, response_length or 0)
        else:
            from .stats import error_text

            entry.fail(-1.0 if response_time is None else response_time, response_length or 0, error_text(exception))

    def _heard(self, request_type, name, response_time, response_length, exception=None, **others):
        time = None if response_time is None else float(response_time)
        if time != time:
            raise ValueError("cannot convert float NaN to integer")
        self.record(request_type, name, time, int(response_length or 0), exception)

    def fire(self, *, reverse=False, **kwargs):
        if self.book is not None:
            try:
                self._heard(**kwargs)
            except Exception:
                _failed(self._heard)
        if self._handlers:
            kwargs.setdefault("context", {})
            super().fire(reverse=reverse, **kwargs)


class HalfOfRequests(EventHook):
    """What older files fire and listen to: the requests that went well, or those that did not."""

    def __init__(self, request, failed):
        super().__init__()
        self._request = request
        self._failed = failed

    def add_listener(self, handler):
        @self._request.add_listener
        def told(request_type, name, response_time, response_length, exception=None, context=None, **kwargs):
            if (exception is not None) == self._failed:
                more = {"exception": exception} if self._failed else {}
                handler(
                    request_type=request_type,
                    name=name,
                    response_time=response_time,
                    response_length=response_length,
                    **more,
                    **(context or {}),
                )

        return handler

    def fire(self, *, reverse=False, request_type, name, response_time, response_length=0, exception=None, **context):
        self._request.fire(
            request_type=request_type,
            name=name,
            response_time=response_time,
            response_length=response_length,
            exception=exception,
            context=context,
            response=None,
        )


_NAMES = (
    "user_error",
    "report_to_master",
    "worker_report",
    "worker_connect",
    "spawning_complete",
    "quitting",
    "quit",
    "init",
    "init_command_line_parser",
    "test_start",
    "test_stopping",
    "test_stop",
    "reset_stats",
    "cpu_warning",
    "heartbeat_sent",
    "heartbeat_received",
    "usage_monitor",
)


class Events:
    def __init__(self):
        self.request = RequestEvent()
        self.request_success = HalfOfRequests(self.request, False)
        self.request_failure = HalfOfRequests(self.request, True)
        for name in _NAMES:
            setattr(self, name, EventHook())

    def register(self, name, hook):
        setattr(self, name, hook)
