"""As much of gevent as locustfiles use; each task has a virtual thread of its own."""

import _thread
import time

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


class Waiters:
    """Who waits for what others bring about."""

    def __init__(self):
        self._waiting = []

    def until(self, ready, timeout=None):
        """Waits until something is so, at most so long; returns whether it is."""
        due = None if timeout is None else time.monotonic() + timeout
        me = _host.me()
        try:
            while not ready():
                left = 3600.0 if due is None else due - time.monotonic()
                if left <= 0:
                    return False
                if me is None:
                    # Threads that are no users' look again and again.
                    sleep(min(left, 0.005))
                    continue
                self._waiting.append(me)
                if not _host.linger(left):
                    raise ended()
                self._forget(me)
            return True
        except BaseException:
            self._forget(me)
            # What it was woken for is the next one's.
            self.tell(1)
            raise

    def _forget(self, me):
        if me in self._waiting:
            self._waiting.remove(me)

    def tell(self, count=None):
        """Has the first ones look again, or all of them."""
        told = self._waiting[:count]
        del self._waiting[:count]
        for each in told:
            each.wake()


# What runs on each thread, and what was spawned while a locustfile was loaded.
_running = {}
_early = []


class Greenlet:
    """A function on a thread of its own."""

    def __init__(self, run=None, *args, **kwargs):
        self._call = run
        self.args = args
        self.kwargs = kwargs
        self.value = None
        self.exception = None
        self.exc_info = ()
        self.started = False
        self._delay = 0.0
        self._thread = None
        self._ended = False
        self._waiters = Waiters()
        self._links = []

    @classmethod
    def spawn(cls, *args, **kwargs):
        made = cls(*args, **kwargs)
        made.start()
        return made

    @classmethod
    def spawn_later(cls, seconds, *args, **kwargs):
        made = cls(*args, **kwargs)
        made.start_later(seconds)
        return made

    def _run(self, *args, **kwargs):
        return self._call(*args, **kwargs)

    @property
    def name(self):
        return getattr(self._call, "__name__", type(self).__name__)

    @property
    def minimal_ident(self):
        return id(self)

    def start(self):
        if self.started:
            return
        self.started = True
        if _host.begun():
            self._thread = _host.spawn(self._life)
        else:
            _early.append(self)

    def start_later(self, seconds):
        self._delay = seconds
        self.start()

    def _life(self):
        here = _thread.get_ident()
        _running[here] = self
        try:
            if self._delay:
                sleep(self._delay)
            self.value = self._run(*self.args, **self.kwargs)
        except GreenletExit as end:
            self.value = end
        except BaseException as error:
            self._failed(error)
        finally:
            _running.pop(here, None)
            self._end()

    def _failed(self, error):
        import sys
        import traceback

        self.exception = error
        trace = error.__traceback__
        while trace is not None and trace.tb_frame.f_code.co_filename.startswith("<spate>"):
            trace = trace.tb_next
        self.exc_info = (type(error), error, trace)
        traceback.print_exception(*self.exc_info)
        print(f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())} {self!r} failed with {type(error).__name__}\n", file=sys.stderr)

    def _end(self):
        self._ended = True
        self._waiters.tell()
        for link in self._links:
            link(self)

    def __repr__(self):
        return f"<{type(self).__name__} at {hex(id(self))}: {self.name}>"

    def __bool__(self):
        return self.started and not self._ended

    @property
    def dead(self):
        return self._ended

    def ready(self):
        return self._ended

    def successful(self):
        return self._ended and self.exception is None

    def link(self, callback):
        if self._ended:
            callback(self)
        else:
            self._links.append(callback)

    rawlink = link

    def link_value(self, callback):
        self.link(lambda one: callback(one) if one.exception is None else None)

    def link_exception(self, callback):
        self.link(lambda one: callback(one) if one.exception is not None else None)

    def unlink(self, callback):
        if callback in self._links:
            self._links.remove(callback)

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        if self in _early:
            _early.remove(self)
        if self._thread is None:
            self._end()
            return
        self._thread.cut()
        if block:
            self.join(timeout)

    def join(self, timeout=None):
        if self in _early:
            _early.remove(self)
            self._life()
        elif self.started:
            self._waiters.until(self.ready, timeout)

    def get(self, block=True, timeout=None):
        self.join(timeout if block else 0.0)
        if not self._ended:
            raise Timeout(timeout)
        if self.exception is not None:
            raise self.exception
        return self.value


class _Other:
    """A thread that is no greenlet's, such as that of a user."""

    def __init__(self, ident):
        self.minimal_ident = ident


def begin_early():
    """Begins what was spawned before there was a run."""
    while _early:
        made = _early.pop(0)
        made._thread = _host.spawn(made._life)


spawn = Greenlet.spawn
spawn_later = Greenlet.spawn_later


def spawn_raw(run, *args, **kwargs):
    return spawn(run, *args, **kwargs)


def getcurrent():
    """Tells users and greenlets apart."""
    here = _thread.get_ident()
    found = _running.get(here)
    if found is None:
        found = _running[here] = _Other(here)
    return found


def leave():
    """Says that the thread of a user ends."""
    _running.pop(_thread.get_ident(), None)


def idle(priority=0):
    sleep(0)


def iwait(objects, timeout=None, count=None):
    """Gives greenlets and events as they become ready."""
    due = None if timeout is None else time.monotonic() + timeout
    left = list(objects)
    count = len(left) if count is None else min(count, len(left))
    while count > 0:
        ready = [each for each in left if each.ready()][:count]
        for each in ready:
            left.remove(each)
            yield each
        count -= len(ready)
        if not ready:
            if due is not None and time.monotonic() >= due:
                return
            sleep(0.005)


def wait(objects=None, timeout=None, count=None):
    return list(iwait(objects or [], timeout, count))


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    greenlets = list(greenlets)
    if count is not None:
        wait(greenlets, timeout, count)
    else:
        due = None if timeout is None else time.monotonic() + timeout
        for each in greenlets:
            each.join(None if due is None else max(0.0, due - time.monotonic()))
    done = [each for each in greenlets if each.ready()]
    for each in done if raise_error else ():
        if each.exception is not None:
            raise each.exception
    return done


def kill(greenlet, exception=GreenletExit):
    greenlet.kill(exception, block=False)


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    greenlets = list(greenlets)
    for each in greenlets:
        each.kill(exception, block=False)
    if block:
        joinall(greenlets, timeout)
