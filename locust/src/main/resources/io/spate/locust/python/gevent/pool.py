"""Groups of spawned functions."""

from . import Greenlet, joinall, killall, sleep


class Group:
    _STEP = 0.002

    def __init__(self):
        self.greenlets = []

    def _room(self):
        self.greenlets = [greenlet for greenlet in self.greenlets if not greenlet.dead]
        return True

    def spawn(self, run, *args, **kwargs):
        while not self._room():
            sleep(self._STEP)
        greenlet = Greenlet(run, *args, **kwargs).start()
        self.greenlets.append(greenlet)
        return greenlet

    def map(self, run, values):
        made = [self.spawn(run, value) for value in values]
        return [greenlet.get() for greenlet in made]

    imap = imap_unordered = map

    def join(self, timeout=None, raise_error=False):
        joinall(list(self.greenlets), timeout)

    def kill(self, exception=None, block=True, timeout=None):
        killall(list(self.greenlets), block=block, timeout=timeout)

    def __len__(self):
        self._room()
        return len(self.greenlets)


class Pool(Group):
    """Runs so many at once; spawning more waits for room."""

    def __init__(self, size=None, greenlet_class=None):
        super().__init__()
        self.size = size

    def _room(self):
        super()._room()
        return self.size is None or len(self.greenlets) < self.size

    def wait_available(self, timeout=None):
        while not self._room():
            sleep(self._STEP)

    def free_count(self):
        self._room()
        return 1 if self.size is None else self.size - len(self.greenlets)
