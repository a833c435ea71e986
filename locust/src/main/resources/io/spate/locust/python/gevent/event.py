"""Events of users: one waits until another one says so."""

from . import Timeout, Waiters


class Event:
    def __init__(self):
        self._set = False
        self._waiters = Waiters()

    def is_set(self):
        return self._set

    isSet = ready = is_set

    def set(self):
        self._set = True
        self._waiters.tell()

    def clear(self):
        self._set = False

    def wait(self, timeout=None):
        return self._waiters.until(self.is_set, timeout)


class AsyncResult(Event):
    """A value, or an error, that one gives and others wait for."""

    value = None
    exception = None

    def set(self, value=None):
        self.value = value
        super().set()

    def __call__(self, source):
        """What a greenlet that is linked to it ends with."""
        if source.successful():
            self.set(source.value)
        else:
            self.set_exception(source.exception)

    def set_exception(self, exception, exc_info=None):
        self.exception = exception
        super().set()

    def successful(self):
        return self._set and self.exception is None

    def wait(self, timeout=None):
        super().wait(timeout)
        return self.value

    def get(self, block=True, timeout=None):
        if not self._waiters.until(self.is_set, timeout if block else 0.0):
            raise Timeout(timeout)
        if self.exception is not None:
            raise self.exception
        return self.value

    def get_nowait(self):
        return self.get(block=False)
