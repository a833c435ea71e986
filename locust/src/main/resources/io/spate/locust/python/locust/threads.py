"""Threads that scripts start: once the run has begun they are of the kind that users have."""

import threading

import spate_host as _host
from gevent import ended

from .exception import Killed

_Thread = threading.Thread


def _told(name):
    import logging

    logging.getLogger("threading").exception("Exception in thread %s", name)


class Thread(_Thread):
    _task = None

    def start(self):
        if not _host.begun():
            super().start()
            return
        if self._task is not None:
            raise RuntimeError("threads can only be started once")
        self._task = _host.spawn(self._life)
        self._started.set()

    def _life(self):
        try:
            self.run()
        except (Killed, SystemExit):
            pass
        except Exception:
            _told(self.name)

    def is_alive(self):
        return super().is_alive() if self._task is None else self._task.alive()

    def join(self, timeout=None):
        if self._task is None:
            super().join(timeout)
            return
        waited = 0.0
        while self._task.alive() and (timeout is None or waited < timeout):
            if not _host.sleep(0.005):
                raise ended()
            waited += 0.005


class Timer(Thread):
    """Calls a function later."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args or ()
        self.kwargs = kwargs or {}
        self.finished = threading.Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()
