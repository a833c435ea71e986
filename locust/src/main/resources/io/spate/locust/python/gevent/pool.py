"""Groups of spawned functions."""

from . import Greenlet, Waiters, joinall, killall


class Group:
    greenlet_class = Greenlet

    def __init__(self, *greenlets):
        self.greenlets = set()
        self._room = Waiters()
        for each in greenlets:
            self.add(each)

    def __len__(self):
        return len(self.greenlets)

    def __iter__(self):
        return iter(set(self.greenlets))

    def __contains__(self, greenlet):
        return greenlet in self.greenlets

    def full(self):
        return False

    def add(self, greenlet):
        self._room.until(lambda: not self.full())
        self.greenlets.add(greenlet)
        greenlet.link(self.discard)

    def discard(self, greenlet):
        self.greenlets.discard(greenlet)
        self._room.tell(1)

    def start(self, greenlet):
        self.add(greenlet)
        greenlet.start()

    def spawn(self, run, *args, **kwargs):
        made = self.greenlet_class(run, *args, **kwargs)
        self.start(made)
        return made

    def apply_async(self, run, args=(), kwds=None, callback=None):
        made = self.spawn(run, *(args or ()), **(kwds or {}))
        if callback is not None:
            made.link_value(lambda one: callback(one.value))
        return made

    def apply(self, run, args=(), kwds=None):
        return self.apply_async(run, args, kwds).get()

    def map(self, run, *values):
        made = [self.spawn(run, *each) for each in zip(*values)]
        return [each.get() for each in made]

    def map_async(self, run, values, callback=None):
        return Greenlet.spawn(self.map, run, values)

    def imap(self, run, *values, maxsize=None):
        return iter(self.map(run, *values))

    imap_unordered = imap

    def join(self, timeout=None, raise_error=False):
        joinall(self, timeout, raise_error)
        return not self.greenlets

    def kill(self, exception=None, block=True, timeout=None):
        killall(self, block=block, timeout=timeout)

    def killone(self, greenlet, exception=None, block=True, timeout=None):
        greenlet.kill(block=block, timeout=timeout)


class Pool(Group):
    """Runs so many at once; spawning more waits for room."""

    def __init__(self, size=None, greenlet_class=None):
        super().__init__()
        self.size = size
        self.greenlet_class = greenlet_class or Greenlet

    def full(self):
        return self.size is not None and len(self.greenlets) >= self.size

    def wait_available(self, timeout=None):
        self._room.until(lambda: not self.full(), timeout)
        return self.free_count()

    def free_count(self):
        return 1 if self.size is None else max(0, self.size - len(self.greenlets))
