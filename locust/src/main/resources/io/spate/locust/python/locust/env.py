"""What a run consists of, as scripts see it."""

import spate_host as _host

from .event import Events
from .stats import RequestStats
from .user.task import TaskSet, filter_tasks_by_tags, warn_without_tasks


class Environment:
    def __init__(
        self,
        *,
        user_classes=None,
        shape_class=None,
        tags=None,
        exclude_tags=None,
        events=None,
        host=None,
        reset_stats=False,
        stop_timeout=None,
        catch_exceptions=True,
        parsed_options=None,
        locustfile=None,
        available_user_classes=None,
    ):
        self.user_classes = list(user_classes or [])
        self.shape_class = shape_class
        self.tags = tags
        self.exclude_tags = exclude_tags
        self.events = events or Events()
        self.host = host
        self.reset_stats = reset_stats
        self.stop_timeout = stop_timeout or 0.0
        self.catch_exceptions = catch_exceptions
        self.parsed_options = parsed_options
        self.locustfile = locustfile
        self.available_user_classes = available_user_classes or {}
        self.process_exit_code = None
        self.runner = None
        self.web_ui = None
        self._tasks = {}
        self.worker_index = _host.index() if _host.size() > 1 else -1
        self.iterations_left = None
        self.stats = RequestStats(_host.shown(), _host.stats())
        self.events.request.book = _host.stats()
        self._filter_tasks_by_tags()
        self._check_names()

    def _filter_tasks_by_tags(self):
        if self.tags is None and self.exclude_tags is None:
            for each in self.user_classes:
                warn_without_tasks(each)
            return
        wanted = None if self.tags is None else set(self.tags)
        unwanted = None if self.exclude_tags is None else set(self.exclude_tags)
        checked = {}
        for each in self.user_classes:
            filter_tasks_by_tags(each, wanted, unwanted, checked)

    def _check_names(self):
        names = {}
        for each in self.user_classes:
            if each.__name__ in names:
                raise ValueError(
                    f"The following user classes have the same class name: {names[each.__name__].fullname()}, {each.fullname()}"
                )
            names[each.__name__] = each

    @property
    def user_classes_by_name(self):
        return {each.__name__: each for each in self.user_classes}

    def update_user_class(self, settings):
        """Changes a class of users; those that are there already keep what they took over."""
        known = self.available_user_classes.get(settings.get("user_class_name"))
        if known is None:
            raise ValueError(f"there is no user class {settings.get('user_class_name')}")
        all_tasks = self._tasks.setdefault(known, list(known.tasks))
        for key, value in settings.items():
            if key == "tasks":
                known.tasks = [each for each in all_tasks if each.__name__ in value]
            elif key != "user_class_name":
                setattr(known, key, value)

    def create_local_runner(self):
        """The runner there is."""
        return self.runner

    def assign_equal_weights(self):
        """Gives all tasks of all classes the same weight."""
        for each in self.user_classes:
            each.weight = 1
            leaves = []
            pending = list(each.tasks)
            while pending:
                item = pending.pop()
                if isinstance(item, type) and issubclass(item, TaskSet):
                    pending.extend(item.tasks)
                elif item not in leaves:
                    leaves.append(item)
            each.tasks = leaves
