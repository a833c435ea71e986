"""Locks of users."""

import threading
from threading import RLock

from . import sleep


class Semaphore(threading.Semaphore):
    """One that can also be waited for, without taking it."""

    def wait(self, timeout=None):
        waited = 0.0
        while self._value <= 0 and (timeout is None or waited < timeout):
            sleep(0.005)
            waited += 0.005
        return self._value

    def locked(self):
        return self._value <= 0

    counter = property(lambda self: self._value)


class BoundedSemaphore(Semaphore):
    pass


__all__ = ["BoundedSemaphore", "RLock", "Semaphore"]
