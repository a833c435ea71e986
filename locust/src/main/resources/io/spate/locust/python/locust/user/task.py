"""Tasks and sets of them."""

import random
from _collections import deque

import spate_host as _host
from gevent import Timeout, ended

from ..exception import (
    InterruptTaskSet,
    Killed,
    LocustError,
    MissingWaitTimeError,
    RescheduleTask,
    RescheduleTaskImmediately,
    StopTest,
    StopUser,
)
from ..log import Logger

logger = Logger("locust.user.task")

LOCUST_STATE_RUNNING, LOCUST_STATE_WAITING, LOCUST_STATE_STOPPING = ("running", "waiting", "stopping")


def task(weight=1):
    """Makes a function or a class a task: @task, @task(3)."""

    def mark(function):
        function.locust_task_weight = weight
        return function

    if callable(weight):
        function, weight = weight, 1
        return mark(function)
    if int(weight) != weight:
        raise ValueError(f"The weight of a task must be a whole number, not {weight}")
    return mark


def tag(*tags):
    """Gives tasks tags: @tag("slow", "checkout")."""
    if not tags or callable(tags[0]):
        raise ValueError("Tags need names: @tag('name')")

    def mark(function):
        function.locust_tag_set = getattr(function, "locust_tag_set", set()) | set(tags)
        if isinstance(function, type) and hasattr(function, "tasks"):
            for each in function.tasks:
                if each is not function:
                    mark(each)
        return function

    return mark


def own_and_inherited_tasks(bases, members):
    """All tasks of a class, each as often as its weight says."""
    found = []
    for base in bases:
        if getattr(base, "tasks", None):
            found += base.tasks
    if "tasks" in members and members["tasks"] is not None:
        given = members["tasks"]
        pairs = given.items() if isinstance(given, dict) else given
        for item in pairs:
            if isinstance(item, tuple):
                each, count = item
                found.extend([each] * int(count))
            else:
                found.append(item)
    for item in members.values():
        if "locust_task_weight" in dir(item):
            found.extend([item] * int(item.locust_task_weight))
    return found


def _fits(item, wanted, unwanted):
    tags = getattr(item, "locust_tag_set", set())
    if wanted is not None and not (tags & wanted):
        return False
    return not (unwanted is not None and tags & unwanted)


def filter_tasks_by_tags(holder, tags=None, exclude_tags=None, checked=None):
    """Leaves a class with the tasks that tags ask for."""
    checked = {} if checked is None else checked
    kept = []
    for item in holder.tasks or []:
        if item not in checked:
            if hasattr(item, "tasks"):
                # A set is kept where it holds something that is.
                filter_tasks_by_tags(item, tags, exclude_tags, checked)
                passes = bool(item.tasks or getattr(item, "_markov", False)) and (exclude_tags is None or _fits(item, None, exclude_tags))
            else:
                passes = _fits(item, tags, exclude_tags)
            checked[item] = passes
        if checked[item]:
            kept.append(item)
    holder.tasks = kept
    warn_without_tasks(holder)


def warn_without_tasks(holder):
    if not holder.tasks and not getattr(holder, "_markov", False):
        Logger("root").warning("%s had no tasks left after filtering, instantiating it will fail!", holder.__name__)


# What the loop of tasks may leave out where a class has left it as it is.
_STEPS = ("execute_next_task", "execute_task", "schedule_task")
_WAITS = ("wait", "wait_time", "_sleep")


class TaskSetMeta(type):
    def __new__(mcs, name, bases, members):
        members["tasks"] = own_and_inherited_tasks(bases, members)
        made = super().__new__(mcs, name, bases, members)
        if bases:
            base = _plain(made)
            made._plain_steps = all(getattr(made, step) is getattr(base, step) for step in _STEPS)
            made._plain_waits = all(getattr(made, step) is getattr(base, step) for step in _WAITS)
        return made


def _plain(made):
    """The class of Locust's own that a set of tasks stands on."""
    return next((each for each in made.__mro__ if each.__dict__.get("_own")), made)


class TaskSet(metaclass=TaskSetMeta):
    """Tasks of which one after the other is taken by chance, until it is interrupted."""

    tasks = []
    min_wait = None
    max_wait = None
    wait_function = None
    _own = True
    _plain_steps = _plain_waits = True

    def __init__(self, parent):
        self._task_queue = deque()
        self._parent = parent
        self._user = parent.user if isinstance(parent, TaskSet) else parent
        # What tasks are called with.
        self._holder = self
        kind = type(self._user)
        if getattr(kind, "_sleep", None) is not getattr(kind, "_own_sleep", None):
            self._plain_waits = False
        for name in ("min_wait", "max_wait", "wait_function"):
            if getattr(self, name) is None:
                setattr(self, name, getattr(self.user, name, None))

    @property
    def user(self):
        return self._user

    @property
    def parent(self):
        return self._parent

    @property
    def client(self):
        return self._user.client

    def on_start(self):
        pass

    def on_stop(self):
        pass

    def run(self):
        try:
            self.on_start()
        except InterruptTaskSet as left:
            raise _followed(left) from left
        while True:
            try:
                self._turn()
            except InterruptTaskSet as left:
                self._leave()
                raise _followed(left) from left
            except (StopUser, Killed):
                self._leave()
                raise
            except StopTest:
                self.user.environment.runner.quit()
                raise StopUser() from None
            except (Exception, Timeout) as error:
                self._failed(error)

    def _turn(self):
        user = self._user
        try:
            queue = self._task_queue
            if not self._plain_steps:
                if not queue:
                    self.schedule_task(self.get_next_task())
                item = queue[0] if queue else None
            else:
                item = queue.popleft() if queue else self.get_next_task()
            if user._state is LOCUST_STATE_STOPPING:
                raise StopUser()
            if user.environment.iterations_left is not None and not isinstance(item, type):
                self._count_iteration()
            if not self._plain_steps:
                self.execute_next_task()
            elif isinstance(item, type):
                self.execute_task(item)
            elif getattr(item, "__self__", None) is self:
                item()
            else:
                item(self._holder)
        except RescheduleTaskImmediately:
            return
        except RescheduleTask:
            pass
        self.wait()

    def _count_iteration(self):
        environment = self._user.environment
        left = environment.iterations_left
        if left <= 0:
            raise StopUser()
        environment.iterations_left = left - 1

    def _failed(self, error):
        environment = self.user.environment
        environment.events.user_error.fire(user_instance=self, exception=error, tb=error.__traceback__)
        if not environment.catch_exceptions:
            raise error
        import traceback

        logger.error("%s\n%s", error, traceback.format_exc())
        self.wait()

    def _leave(self):
        try:
            self.on_stop()
        except (StopUser, Killed):
            raise
        except Exception:
            import traceback

            logger.error("Uncaught exception in on_stop: \n%s", traceback.format_exc())

    def execute_next_task(self):
        self.execute_task(self._task_queue.popleft())

    def execute_task(self, item):
        if isinstance(item, type) and issubclass(item, TaskSet):
            item(self).run()
        elif getattr(item, "__self__", None) == self:
            item()
        else:
            item(self)

    def schedule_task(self, item, first=False):
        if first:
            self._task_queue.appendleft(item)
        else:
            self._task_queue.append(item)

    def get_next_task(self):
        if not self.tasks:
            raise LocustError(
                f"No tasks defined on {type(self).__name__}{_hint(self)} use the @task decorator or set the 'tasks' attribute of the TaskSet"
            )
        return _any_of(self.tasks)

    def wait_time(self):
        if self.user.wait_time:
            return self.user.wait_time()
        if self.min_wait is not None and self.max_wait is not None:
            return random.randint(self.min_wait, self.max_wait) / 1000.0
        raise MissingWaitTimeError(
            f"You must define a wait_time method on either the {type(self.user).__name__} or {type(self).__name__} class"
        )

    def wait(self):
        user = self._user
        if user._state is LOCUST_STATE_STOPPING:
            raise StopUser()
        user._state = LOCUST_STATE_WAITING
        if self._plain_waits and user.wait_time:
            if not _host.sleep(float(user.wait_time())):
                raise ended()
        else:
            self._sleep(self.wait_time())
        if user._state is LOCUST_STATE_STOPPING:
            raise StopUser()
        user._state = LOCUST_STATE_RUNNING

    def _sleep(self, seconds):
        self.user._sleep(seconds)

    def interrupt(self, reschedule=True):
        raise InterruptTaskSet(reschedule)


def _followed(left):
    return RescheduleTaskImmediately() if left.reschedule else RescheduleTask()


class DefaultTaskSet(TaskSet):
    """The tasks that stand on a user's class itself."""

    _own = True

    def __init__(self, parent):
        super().__init__(parent)
        self._holder = parent

    def get_next_task(self):
        tasks = self._user.tasks
        if not tasks:
            raise LocustError(
                f"No tasks defined on {type(self.user).__name__}{_hint(self.user)} Use the @task decorator or set the 'tasks' attribute of the User (or mark it as abstract = True if you only intend to subclass it)"
            )
        return _any_of(tasks)

    def execute_task(self, item):
        if isinstance(item, type) and issubclass(item, TaskSet):
            item(self.user).run()
        else:
            item(self.user)


def _hint(holder):
    if getattr(holder, "task", None):
        return ", but you have set a 'task' attribute - maybe you meant to set 'tasks'?"
    return "."


def _any_of(tasks):
    """One of them, all as likely."""
    count = len(tasks)
    return tasks[0] if count == 1 else tasks[int(random.random() * count)]
