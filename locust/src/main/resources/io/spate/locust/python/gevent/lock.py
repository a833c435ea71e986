"""Locks of users."""

import _thread

from . import Waiters


class Semaphore:
    """So many may hold it at once; it can also be waited for without taking it."""

    def __init__(self, value=1, hub=None):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self.counter = value
        self._waiters = Waiters()

    def locked(self):
        return self.counter <= 0

    def ready(self):
        return self.counter > 0

    def acquire(self, blocking=True, timeout=None):
        if not self._waiters.until(self.ready, timeout if blocking else 0.0):
            return False
        self.counter -= 1
        return True

    def release(self):
        self.counter += 1
        self._waiters.tell(1)
        return self.counter

    def wait(self, timeout=None):
        if self._waiters.until(self.ready, timeout):
            self._waiters.tell(1)
        return self.counter

    def __enter__(self):
        self.acquire()

    def __exit__(self, *args):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, hub=None):
        super().__init__(value)
        self._most = value

    def release(self):
        if self.counter >= self._most:
            raise ValueError("Semaphore released too many times")
        return super().release()


class RLock:
    """Who holds it may take it again."""

    def __init__(self, hub=None):
        self._block = Semaphore(1)
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=None):
        me = _thread.get_ident()
        if self._owner != me:
            if not self._block.acquire(blocking, timeout):
                return False
            self._owner = me
        self._count += 1
        return True

    def release(self):
        if self._owner != _thread.get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()


class DummySemaphore:
    """One that everybody gets."""

    def __init__(self, value=None):
        pass

    def locked(self):
        return False

    def ready(self):
        return True

    def acquire(self, blocking=True, timeout=None):
        return True

    def release(self):
        pass

    def wait(self, timeout=None):
        return 1

    def __enter__(self):
        pass

    def __exit__(self, *args):
        pass
