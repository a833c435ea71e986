"""Events of users: one waits until another one says so."""

import spate_host as _host

from . import ended

_STEP = 0.005


class Event:
    def __init__(self):
        self._set = False

    def is_set(self):
        return self._set

    isSet = ready = is_set

    def set(self):
        self._set = True

    def clear(self):
        self._set = False

    def wait(self, timeout=None):
        waited = 0.0
        while not self._set and (timeout is None or waited < timeout):
            if not _host.sleep(_STEP):
                raise ended()
            waited += _STEP
        return self._set


class AsyncResult(Event):
    value = None
    exception = None

    def set(self, value=None):
        self.value = value
        super().set()

    def set_exception(self, exception, exc_info=None):
        self.exception = exception
        super().set()

    def get(self, block=True, timeout=None):
        if not self.wait(timeout if block else 0.0):
            from . import Timeout

            raise Timeout()
        if self.exception is not None:
            raise self.exception
        return self.value
