"""The runner: brings users, takes them away, and ends the run."""

import math
import time

import spate_host as _host
from requests.jsons import written

from .dispatch import Dispatcher
from .exception import Killed
from .log import Logger

logger = Logger("locust.runners")

STATE_INIT, STATE_SPAWNING, STATE_RUNNING, STATE_CLEANUP, STATE_STOPPING, STATE_STOPPED, STATE_MISSING = (
    "ready",
    "spawning",
    "running",
    "cleanup",
    "stopping",
    "stopped",
    "missing",
)


class Runner:
    """Runs users of this process. Its loop has a thread of its own; users and listeners may call
    start, stop and quit."""

    def __init__(self, environment):
        self.environment = environment
        environment.runner = self
        self._state = STATE_INIT
        self.spawn_rate = 0
        self.target_user_count = 0
        self.exceptions = {}
        self.custom_messages = {}
        self.current_cpu_usage = 0
        self.cpu_warning_emitted = False
        self._users = []
        self._dispatcher = None
        self._next_dispatch = 0.0
        self._limit = None
        self._stop_asked = False
        self._quit_asked = False
        self._stays = False
        self._shape = None
        self._shape_next = 0.0
        self._shape_last = None
        environment.events.user_error.add_listener(self._note_exception)

    # What scripts read

    @property
    def state(self):
        return self._state

    @state.setter
    def state(self, now):
        self._state = now
        _host.state(now)

    @property
    def stats(self):
        return self.environment.stats

    @property
    def errors(self):
        return self.stats.errors

    @property
    def user_count(self):
        return len(self._users)

    def _spawned_users(self):
        """Of all Pythons."""
        return len(self._dispatcher.order) if self._dispatcher is not None and _host.size() > 1 else self.user_count

    @property
    def user_instances(self):
        return list(self._users)

    user_greenlets = user_instances

    @property
    def user_classes(self):
        return self.environment.user_classes

    @property
    def user_classes_by_name(self):
        return self.environment.user_classes_by_name

    @property
    def user_classes_count(self):
        counts = {each.__name__: 0 for each in self.user_classes}
        for user in self._users:
            name = type(user).__name__
            counts[name] = counts.get(name, 0) + 1
        return counts

    @property
    def host(self):
        return self.environment.host

    # What scripts ask for

    def start(self, user_count, spawn_rate, wait=False, user_classes=None):
        self.target_user_count = int(user_count)
        if self.state not in (STATE_SPAWNING, STATE_RUNNING):
            _host.begin()
            self.exceptions.clear()
            self._stop_asked = False
            self.environment.events.test_start.fire(environment=self.environment)
        if self._dispatcher is None:
            self._dispatcher = Dispatcher(self.user_classes)
        self._dispatcher.use(user_classes)
        for each in self.user_classes if self.environment.host else ():
            each.host = self.environment.host
        if user_classes is not None and any(it.weight == 0 and not it.fixed_count for it in user_classes):
            logger.warning("A user class with weight 0 is never spawned")
        self.spawn_rate = spawn_rate
        self.state = STATE_SPAWNING
        self._next_dispatch = time.monotonic()
        logger.info("Ramping to %d users at a rate of %.2f per second", user_count, spawn_rate)
        _host.wake()

    def stop(self):
        self._stop_asked = True
        _host.wake()

    def quit(self):
        self._quit_asked = True
        _host.endOthers()
        _host.wake()

    def send_message(self, msg_type, data=None, client_id=None):
        """Where there is one Python, a message comes straight to who listens; else to the other ones."""
        if _host.size() == 1:
            self._take(msg_type, data, "local")
            return
        import json

        if _host.index():
            _host.tell(msg_type, json.dumps(data), 0)
        else:
            to = str(client_id).rpartition("_")[2]
            if to in ("0", "None"):
                self._take(msg_type, data, 0)
            if to != "0":
                _host.tell(msg_type, json.dumps(data), int(to) if to.isdigit() else -1)

    def _take(self, msg_type, data, sender):
        listener = self.custom_messages.get(msg_type)
        if listener is not None:
            sender = sender if isinstance(sender, str) else f"python_{sender}"
            listener(environment=self.environment, msg=Message(msg_type, data, sender))

    def register_message(self, msg_type, listener, concurrent=False):
        self.custom_messages[msg_type] = listener

    # The run

    def run(self, users, spawn_rate, time_limit, shape, stays=False):
        """All of a run, from its first user to its last; where it stays, others may follow."""
        self._stays = stays
        self._quit_asked = self._stop_asked = False
        self._dispatcher = self._limit = self._shape = self._shape_last = None
        try:
            if shape is not None:
                self._begin_shape(shape)
            else:
                self.start(users, spawn_rate)
            if time_limit:
                self._limit = time.monotonic() + time_limit
            while not self._quit_asked:
                pause = self._turn()
                if self._stop_asked:
                    break
                if not _host.rest(pause):
                    break
        except Killed:
            pass
        except SystemExit as error:
            self.exits(error)
        finally:
            self._finish()

    def exits(self, error):
        """Ends the run, as a script has called sys.exit()."""
        code = error.code
        if isinstance(code, str):
            logger.error(code)
        self.environment.process_exit_code = code if isinstance(code, int) else 1 if code else 0
        self.quit()

    def _turn(self):
        """Does what is due; how many seconds it may rest."""
        now = time.monotonic()
        if self._limit is not None and now >= self._limit:
            ends = "stopping test" if self._stays else "shutting down"
            Logger("locust.main").info("--run-time limit reached, %s", ends)
            self._end_run()
            return 0.0
        if self.environment.iterations_left == 0 and not self._users:
            logger.info("Iteration limit reached, shutting down")
            self._quit_asked = True
            return 0.0
        if self._shape is not None and now >= self._shape_next:
            self._ask_shape(now)
        if self.state == STATE_SPAWNING and now >= self._next_dispatch:
            self._dispatch(now)
        due = [now + 1.0]
        if self._limit is not None:
            due.append(self._limit)
        if self._shape is not None:
            due.append(self._shape_next)
        if self.state == STATE_SPAWNING:
            due.append(self._next_dispatch)
        return max(0.0, min(due) - time.monotonic())

    def _end_run(self):
        """Without a page the end of a run is the end of all."""
        if self._stays:
            self._stop_asked = True
        else:
            self._quit_asked = True

    def _begin_shape(self, shape):
        logger.info("Shape test starting.")
        logger.info("Shape worker starting")
        shape.runner = self
        shape.reset_time()
        self._shape = shape
        self._shape_next = time.monotonic()

    def _ask_shape(self, now):
        self._shape_next = now + 1.0
        answer = self._shape.tick()
        if answer is None:
            logger.info("Shape test stopping")
            if not self._stays:
                Logger("locust.main").info("Shape test completed, shutting down")
            self._end_run()
        elif answer != self._shape_last:
            users, rate, *rest = answer
            logger.info("Shape test updating to %d users at %.2f spawn rate", users, rate)
            self._shape_last = answer
            self.start(users, rate, user_classes=rest[0] if rest else None)

    def _dispatch(self, now):
        """One step towards the number of users that is asked for."""
        step = max(1, math.floor(self.spawn_rate))
        self._next_dispatch = now + step / self.spawn_rate if self.spawn_rate > 0 else now + 1.0
        # All Pythons of a run go through the same order of users, and each one spawns those that fall to it.
        there = len(self._dispatcher.order)
        missing = self.target_user_count - there
        if missing > 0:
            for _ in range(min(step, missing)):
                chosen = self._dispatcher.next()
                if chosen is None:
                    self.target_user_count = len(self._dispatcher.order)
                    break
                if _host.size() == 1 or (len(self._dispatcher.order) - 1) % _host.size() == _host.index():
                    self._spawn(chosen)
                # Making users may take long.
                if self._quit_asked or (self._limit is not None and time.monotonic() >= self._limit):
                    return
        elif missing < 0:
            self._drop(min(step, -missing))
        if len(self._dispatcher.order) == self.target_user_count:
            self._spawned()

    def _spawn(self, chosen):
        user = chosen(self.environment)
        self._users.append(user)
        user._thread = _host.spawn(user._life)

    def _drop(self, count):
        leaving = []
        for _ in range(count):
            mine = _host.size() == 1 or (len(self._dispatcher.order) - 1) % _host.size() == _host.index()
            gone = self._dispatcher.last()
            if not mine:
                continue
            user = next((it for it in reversed(self._users) if type(it) is gone and it not in leaving), None)
            if user is not None:
                leaving.append(user)
        self._end(leaving)

    def _spawned(self):
        self.state = STATE_RUNNING
        if self.environment.reset_stats:
            logger.info("Resetting stats\n")
            self.stats.reset_all()
            self.environment.events.reset_stats.fire()
            _host.anew()
        counts = {each.__name__: 0 for each in self.user_classes}
        for each in self._dispatcher.order:
            counts[each.__name__] = counts.get(each.__name__, 0) + 1
        logger.info("All users spawned: %s (%d total users)", written(dict(sorted(counts.items()))), sum(counts.values()))
        self.environment.events.spawning_complete.fire(user_count=self.target_user_count)

    def _end(self, users):
        """Ends users; those in a task may finish it within the stop timeout."""
        patience = float(self.environment.stop_timeout or 0)
        for user in users:
            user.stop(force=patience <= 0)
        until = time.monotonic() + patience
        while patience > 0 and time.monotonic() < until and any(it in self._users for it in users):
            _host.pause(0.02)
        left = [it for it in users if it in self._users]
        if patience > 0:
            for user in left:
                user.stop(force=True)
        # What on_stop does takes its time, but not for ever.
        start = time.monotonic()
        while time.monotonic() < start + 10.0 and any(it in self._users for it in left):
            late = time.monotonic() > start + 1.0
            for user in left if late else ():
                if user in self._users and user._thread is not None:
                    user._thread.interrupt()
            _host.pause(0.5 if late else 0.02)

    def _left(self, user):
        if user in self._users:
            self._users.remove(user)
        if self.environment.iterations_left == 0:
            _host.wake()

    def _finish(self):
        self.environment.events.test_stopping.fire(environment=self.environment)
        self.state = STATE_STOPPING
        _host.ending()
        self._end(list(self._users))
        if _host.index() == 0:
            _host.together()
        self.state = STATE_STOPPED
        self.environment.events.test_stop.fire(environment=self.environment)

    def _note_exception(self, user_instance, exception, tb, **kwargs):
        import traceback

        trace = "".join(traceback.format_tb(tb))
        self.log_exception("local", str(exception), trace)

    def log_exception(self, node_id, msg, formatted_tb):
        key = hash(formatted_tb)
        row = self.exceptions.setdefault(key, {"count": 0, "msg": msg, "traceback": formatted_tb, "nodes": set()})
        row["count"] += 1
        row["nodes"].add(node_id)
        _host.exception(msg, formatted_tb)


class Message:
    def __init__(self, message_type, data, node_id):
        self.type = message_type
        self.data = data
        self.node_id = node_id


class LocalRunner(Runner):
    """Of the first Python, or the only one: what a master and its workers are together."""

    @property
    def clients(self):
        """Whom messages can be sent to."""
        return [f"python_{index}" for index in range(_host.size())]

    @property
    def worker_count(self):
        return _host.size()

    @property
    def worker_index(self):
        return _host.index()


class DistributedRunner(Runner):
    """Of many processes, which there are not here."""


class MasterRunner(DistributedRunner):
    """Named by scripts that ask whether they run in one."""


class WorkerRunner(DistributedRunner):
    """The runner of each Python but the first, where there are several."""

    client_id = property(lambda self: f"python_{_host.index()}")
    worker_index = property(lambda self: _host.index())
