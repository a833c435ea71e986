"""As much of gevent as locustfiles use; each task has a virtual thread of its own."""

import spate_host as _host


class GreenletExit(BaseException):
    """What a user gets that is to end now."""


class Timeout(BaseException):
    """Raised by those waits that have a limit of their own; a with-block of it has none."""

    def __init__(self, seconds=None, exception=None):
        super().__init__(seconds)
        self.seconds = seconds

    def start(self):
        return self

    def close(self):
        pass

    cancel = close

    @classmethod
    def start_new(cls, timeout=None, exception=None):
        return cls(timeout, exception)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


def sleep(seconds=0, ref=True):
    if not _host.sleep(float(seconds)):
        raise GreenletExit()


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
        except Exception as error:
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
