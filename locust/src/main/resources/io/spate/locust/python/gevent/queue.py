"""Queues of users."""

from collections import deque
from heapq import heappop, heappush
from queue import Empty, Full

from . import Waiters


class Queue:
    """What some put into it others take, the oldest first; who finds it full or empty waits."""

    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        self.maxsize = maxsize if maxsize and maxsize > 0 else None
        self.queue = self._made(items)
        self.unfinished_tasks = unfinished_tasks if unfinished_tasks is not None else len(self.queue)
        self._room = Waiters()
        self._items = Waiters()
        self._done = Waiters()

    def _made(self, items):
        return deque(items)

    def _add(self, item):
        self.queue.append(item)

    def _take(self):
        return self.queue.popleft()

    def __len__(self):
        return len(self.queue)

    qsize = __len__

    def __bool__(self):
        return True

    def empty(self):
        return not self.queue

    def full(self):
        return self.maxsize is not None and len(self.queue) >= self.maxsize

    def put(self, item, block=True, timeout=None):
        if not self._room.until(lambda: not self.full(), timeout if block else 0.0):
            raise Full
        self._add(item)
        self.unfinished_tasks += 1
        self._items.tell(1)

    def put_nowait(self, item):
        self.put(item, block=False)

    def _await(self, block, timeout):
        if not self._items.until(lambda: self.queue, timeout if block else 0.0):
            raise Empty

    def get(self, block=True, timeout=None):
        self._await(block, timeout)
        item = self._take()
        self._room.tell(1)
        return item

    def get_nowait(self):
        return self.get(block=False)

    def peek(self, block=True, timeout=None):
        self._await(block, timeout)
        self._items.tell(1)
        return self.queue[0]

    def peek_nowait(self):
        return self.peek(block=False)

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise item
        return item

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1
        if not self.unfinished_tasks:
            self._done.tell()

    def join(self, timeout=None):
        return self._done.until(lambda: not self.unfinished_tasks, timeout)


JoinableQueue = SimpleQueue = Queue


class LifoQueue(Queue):
    def _made(self, items):
        return list(items)

    def _take(self):
        return self.queue.pop()

    def peek(self, block=True, timeout=None):
        super().peek(block, timeout)
        return self.queue[-1]


class PriorityQueue(Queue):
    def _made(self, items):
        return sorted(items)

    def _add(self, item):
        heappush(self.queue, item)

    def _take(self):
        return heappop(self.queue)


__all__ = ["Empty", "Full", "JoinableQueue", "LifoQueue", "PriorityQueue", "Queue", "SimpleQueue"]
