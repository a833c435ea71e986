"""As much of gevent as locustfiles use; each task has a virtual thread of its own."""

import _thread

import spate_host as _host


class GreenletExit(BaseException):
    """What a user gets that is to end now."""


# The limits that are set, by the threads that they are set for, the innermost last.
_limits = {}


class Timeout(BaseException):
    """Raised where a thread waits - for a request, for time, for a lock of gevent - after its time is over."""

    def __init__(self, seconds=None, exception=None, ref=True, priority=-1):
        super().__init__(seconds)
        self.seconds = seconds
        self.exception = exception
        self._alarm = None

    @property
    def pending(self):
        return self._alarm is not None and not self._alarm.over()

    def start(self):
        if self._alarm is None and self.seconds is not None:
            self._alarm = _host.alarm(float(self.seconds))
            _limits.setdefault(_thread.get_ident(), []).append(self)
        return self

    def close(self):
        mine = _limits.get(_thread.get_ident(), [])
        if self in mine:
            mine.remove(self)
        if not mine:
            _limits.pop(_thread.get_ident(), None)
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None

    cancel = close

    @classmethod
    def start_new(cls, timeout=None, exception=None, ref=True):
        if isinstance(timeout, Timeout):
            return timeout.start()
        return cls(timeout, exception).start()

    def __enter__(self):
        return self.start()

    def __exit__(self, kind, value, trace):
        self.close()
        return value is self and self.exception is False

    def __str__(self):
        return "" if self.seconds is None else f"{self.seconds} second{'' if self.seconds == 1 else 's'}"


def ended():
    """What to raise where a wait has ended before its time."""
    for limit in reversed(_limits.get(_thread.get_ident(), [])):
        if limit._alarm is not None and limit._alarm.over():
            own = limit.exception
            if own is None or isinstance(own, bool):
                return limit
            return own() if isinstance(own, type) else own if isinstance(own, BaseException) else Timeout(own)
    return GreenletExit()


def with_timeout(seconds, function, *args, **kwargs):
    """Calls a function that may take so long; timeout_value is what it gives otherwise."""
    given = "timeout_value" in kwargs
    otherwise = kwargs.pop("timeout_value", None)
    limit = Timeout.start_new(seconds)
    try:
        return function(*args, **kwargs)
    except Timeout as over:
        if over is limit and given:
            return otherwise
        raise
    finally:
        limit.close()


def sleep(seconds=0, ref=True):
    if not _host.sleep(float(seconds)):
        raise ended()


class Greenlet:
    def __init__(self, run=None, *args, **kwargs):
        self._call = (run, args, kwargs)
        self._thread = None
        self.value = None
        self.exception = None

    def _life(self):
        run, args, kwargs = self._call
        try:
            self.value = run(*args, **kwargs)
        except GreenletExit:
            pass
        except (Exception, Timeout) as error:
            self.exception = error
            _host.log("ERROR", "gevent", f"a spawned function failed: {error!r}")

    def start(self):
        self._thread = _host.spawn(self._life)
        return self

    def __bool__(self):
        return self._thread is not None and self._thread.alive()

    @property
    def dead(self):
        return self._thread is not None and not self._thread.alive()

    def ready(self):
        return self.dead

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        if self._thread is not None:
            self._thread.cut()
            if block:
                self.join(timeout)

    def join(self, timeout=None):
        waited = 0.0
        while self and (timeout is None or waited < timeout):
            sleep(0.01)
            waited += 0.01

    def get(self, block=True, timeout=None):
        self.join(timeout)
        if self.exception is not None:
            raise self.exception
        return self.value


def spawn(run, *args, **kwargs):
    return Greenlet(run, *args, **kwargs).start()


def spawn_later(seconds, run, *args, **kwargs):
    def later():
        sleep(seconds)
        return run(*args, **kwargs)

    return Greenlet(later).start()


def getcurrent():
    """Tells users apart; it is not the greenlet that was spawned."""
    import threading

    return threading.current_thread()


def iwait(objects, timeout=None, count=None):
    joinall(objects, timeout)
    return iter(objects)


def wait(objects=None, timeout=None, count=None):
    return joinall(objects or [], timeout)


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    for greenlet in greenlets:
        greenlet.join(timeout)
    return list(greenlets)


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    for greenlet in greenlets:
        greenlet.kill(exception, block, timeout)
