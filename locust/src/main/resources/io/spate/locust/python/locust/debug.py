"""Running one user alone, for a look at what it does."""

import spate_host as _host


class _Printer:
    """Prints each request."""

    def __init__(self, length, time, context, payload):
        self._shows = {"length": length, "time": time, "context": context, "payload": payload}
        self._line("type", "name", "resp_ms", "exception", "length", "start_time", "context", "payload")

    def _line(self, kind, name, millis, exception, length, time, context, payload):
        parts = [f"{kind:<8}", f"{name:<50}", f"{millis:>8}", f"{exception}"]
        extra = {"length": length, "time": time, "context": context, "payload": payload}
        parts += [f"{value}" for key, value in extra.items() if self._shows[key]]
        print("\t".join(parts).rstrip())

    def __call__(
        self, request_type, name, response_time, response_length, exception, context=None, start_time=None, response=None, **kwargs
    ):
        sent = getattr(response, "request", None)
        self._line(
            request_type,
            name,
            "" if response_time is None else round(response_time),
            "" if exception is None else repr(exception),
            response_length,
            "" if start_time is None else f"{start_time:.3f}",
            context or "",
            getattr(sent, "body", None) or "",
        )


_environment = None


def run_single_user(
    user_class, include_length=False, include_time=False, include_context=False, include_payload=False, loglevel="WARNING"
):
    """Runs a user until it ends or is interrupted, and prints its requests."""
    global _environment
    import locust

    from .env import Environment
    from .log import setup_logging
    from .runners import LocalRunner

    if _host.begun():
        return
    if loglevel:
        setup_logging(loglevel)
    if _environment is None:
        _environment = Environment(events=locust.events, user_classes=[user_class], host=user_class.host)
        LocalRunner(_environment)
        locust.events.request.add_listener(
            _Printer(include_length, include_time, include_context, include_payload)
        )
        locust.events.init.fire(environment=_environment, runner=_environment.runner, web_ui=None)
    user = user_class(_environment)
    try:
        user.run()
    finally:
        user._end()
