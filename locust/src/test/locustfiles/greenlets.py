"""What files spawn, and what they wait for."""

import logging

import gevent
import greenlet
from gevent import monkey
from gevent.event import AsyncResult, Event
from gevent.lock import BoundedSemaphore, RLock, Semaphore
from gevent.pool import Group, Pool
from gevent.queue import Empty, Full, JoinableQueue, LifoQueue, PriorityQueue, Queue
from gevent.threadpool import ThreadPool
from geventhttpclient.client import HTTPClientPool

from locust import FastHttpUser, User, constant, events, task

monkey.patch_all()
gate = Semaphore()
gate.acquire()
facts = {"joined early": gevent.spawn(lambda: 7).get() == 7}
early = gevent.spawn(facts.__setitem__, "early", True)
waiting = []


def fails():
    raise ValueError("inside")


def raises(kind, function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except kind:
        return True
    return False


@events.spawning_complete.add_listener
def complete(**kwargs):
    gate.release()


class Pooled(FastHttpUser):
    abstract = True
    client_pool = HTTPClientPool(concurrency=5)


class Waiter(User):
    fixed_count = 3
    wait_time = constant(60)

    def on_start(self):
        waiting.append(greenlet.getcurrent().minimal_ident)
        gate.wait()

    @task
    def wait_for_ever(self):
        if len(waiting) == 3:
            facts["told apart"] = len(set(waiting)) == 3 and waiting[-1] is not None
            waiting.append("done")
            self.see()
            logging.info("wrong: %s", [name for name, good in facts.items() if not good])
            self.environment.runner.quit()
        Event().wait()

    def see(self):
        self.greenlets()
        self.groups()
        self.signals()
        self.queues()

    def greenlets(self):
        failed = gevent.spawn(fails)
        failed.join()
        facts["failed"] = isinstance(failed.exception, ValueError) and not failed.successful() and raises(ValueError, failed.get)
        facts["joinall"] = raises(ValueError, gevent.joinall, [gevent.spawn(fails)], raise_error=True)
        endless = gevent.spawn(gevent.sleep, 3600)
        gevent.sleep(0)
        endless.kill()
        facts["killed"] = endless.dead and isinstance(endless.value, gevent.GreenletExit)
        seen = []
        linked = gevent.spawn_later(0.01, lambda: 5)
        linked.link_value(lambda one: seen.append(one.value))
        facts["first"] = gevent.wait([linked, gevent.spawn(gevent.sleep, 3600)], count=1) == [linked]
        facts["linked"] = seen == [5]

        class Adder(gevent.Greenlet):
            def _run(self):
                return gevent.getcurrent() is self

        own = Adder.spawn()
        own.join(5)
        facts["own class"] = own.value

    def groups(self):
        most, now = [0], [0]

        def count(value):
            now[0] += 1
            most[0] = max(most[0], now[0])
            gevent.sleep(0.005)
            now[0] -= 1
            return value * 2

        pool = Pool(2)
        facts["map"] = pool.map(count, range(5)) == [0, 2, 4, 6, 8] and most[0] == 2
        facts["room"] = pool.free_count() == 2 and not pool.full()
        facts["apply"] = pool.apply(max, (1, 2)) == 2 and ThreadPool(3).apply(len, ("abc",)) == 3
        group = Group()
        group.spawn(count, 1)
        facts["group"] = len(group) == 1 and group.join(timeout=5) and not len(group)

    def signals(self):
        event, result = Event(), AsyncResult()
        gevent.spawn_later(0.01, event.set)
        facts["event"] = event.wait(timeout=5) and raises(gevent.Timeout, result.get, timeout=0.01)
        gevent.spawn(lambda: 42).link(result)
        facts["result"] = result.get(timeout=5) == 42
        one = Semaphore(1)
        with one, RLock():
            facts["taken"] = not one.acquire(blocking=False) and not one.acquire(timeout=0.01) and one.locked()
            other = gevent.spawn(one.acquire)
            gevent.sleep(0.01)
        other.join(5)
        facts["handed on"] = other.value is True and one.locked()
        facts["bounded"] = raises(ValueError, BoundedSemaphore(1).release)
        try:
            with gevent.Timeout(0.01):
                Event().wait()
        except gevent.Timeout as over:
            facts["limit"] = over.seconds == 0.01

    def queues(self):
        queue, taken = Queue(maxsize=1), []
        taker = gevent.spawn(lambda: taken.extend(queue))
        for value in (1, 2, 3, StopIteration):
            queue.put(value)
        taker.join(5)
        facts["queue"] = taken == [1, 2, 3] and raises(Empty, queue.get, timeout=0.01)
        queue.put(1)
        facts["full"] = queue.full() and raises(Full, queue.put_nowait, 2) and queue.peek() == 1
        sorted_one, last = PriorityQueue(), LifoQueue(items=[1, 2])
        for value in (3, 1, 2):
            sorted_one.put(value)
        facts["order"] = [sorted_one.get(), sorted_one.get(), last.get()] == [1, 2, 2]
        work = JoinableQueue(items=[1])
        gevent.spawn(lambda: (work.get(), gevent.sleep(0.01), work.task_done()))
        facts["work"] = work.join(timeout=5)
