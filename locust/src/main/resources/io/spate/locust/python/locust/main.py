"""What Spate calls: loads a locustfile, makes the environment, and runs it."""

import _frozen_importlib
import _frozen_importlib_external
import _posixsubprocess
import os
import sys
import time

import spate_host as _host

import locust
from gevent import begin_early, ended
from requests.jsons import parsed, written

from .argument_parser import LocustArgumentParser, converted, namespace
from .env import Environment
from .event import _unhandled
from .later import after_import
from .log import Logger, setup_logging
from .runners import LocalRunner, WorkerRunner
from .shape import LoadTestShape
from .user.task import TaskSet
from .user.users import User

logger = Logger("locust.main")


def _sleep(seconds):
    if not _host.sleep(float(seconds)):
        raise ended()


def _forbid_processes():
    """Has scripts get an error of Python's; that nothing is started is seen to elsewhere."""

    def refuse(*args, **kwargs):
        raise PermissionError(1, "scripts of Spate start no process")

    for name in ("system", "popen", "fork", "forkpty", "execv", "execve", "posix_spawn", "posix_spawnp"):
        if hasattr(os, name):
            setattr(os, name, refuse)
    _posixsubprocess.fork_exec = refuse


def _own_threads(threading):
    from .threads import Thread, Timer

    threading.Thread, threading.Timer = Thread, Timer


class Test:
    """One locustfile, or several, from their loading to the end of their run."""

    def __init__(self):
        self.user_classes = {}
        self.shape_classes = []
        self.parser = LocustArgumentParser()
        self.environment = None
        self.options = None
        self.exit_code = None
        self._begun = False

    def prepare(self, level, places):
        """Makes all ready for files: places are the folders with packages, joined by new lines."""
        time.sleep = _sleep
        after_import("threading", _own_threads)
        _forbid_processes()
        for place in filter(None, places.split("\n")):
            sys.path.append(place)
        setup_logging(level)

    def load(self, path, name, folder):
        """Runs a file; takes the classes it holds. Returns what went wrong, or nothing."""
        if folder not in sys.path:
            sys.path.insert(0, folder)
        spec = _frozen_importlib_external.spec_from_file_location(name, path)
        module = _frozen_importlib.module_from_spec(spec)
        sys.modules[name] = module
        try:
            spec.loader.exec_module(module)
        except (Exception, SystemExit) as error:
            if isinstance(error, SystemExit) and not isinstance(error.code, str):
                self.exit_code = int(error.code or 0)
            return _told(error)
        for key, value in vars(module).items():
            if isinstance(value, type):
                self._take(value)
        return ""

    def _take(self, found):
        if issubclass(found, User) and not found.abstract:
            self.user_classes[found.__name__] = found
        elif issubclass(found, LoadTestShape) and not found.abstract:
            self.shape_classes.append(found)

    def arguments(self):
        """The arguments that scripts add, as JSON."""
        locust.events.init_command_line_parser.fire(parser=self.parser)
        shown = ("names", "dest", "switch", "many", "env", "help", "required")
        return written([{key: each[key] for key in shown} for each in self.parser.added])

    def class_names(self):
        return written(list(self.user_classes))

    def setup(self, options_json):
        """Makes the environment of the options; returns what is wrong with them, or nothing."""
        options = parsed(options_json)
        given = options.pop("custom")
        try:
            for each in self.parser.added:
                options[each["dest"]] = converted(each, given.get(each["dest"]))
        except ValueError as error:
            return str(error)
        chosen = options.get("user_classes") or list(self.user_classes)
        unknown = [name for name in chosen if name not in self.user_classes]
        if unknown:
            return f"Unknown User(s): {', '.join(unknown)}"
        if not chosen:
            return "No User class found!"
        self.options = namespace(options)
        classes = [self.user_classes[name] for name in chosen]
        problem = self._configure(classes, options.get("config_users") or [])
        if problem:
            return problem
        shape = self.shape_classes[-1]() if self.shape_classes else None
        try:
            self.environment = Environment(
                user_classes=classes,
                shape_class=shape,
                tags=options.get("tags"),
                exclude_tags=options.get("exclude_tags"),
                events=locust.events,
                host=options.get("host"),
                reset_stats=options.get("reset_stats", False),
                stop_timeout=options.get("stop_timeout"),
                parsed_options=self.options,
                locustfile=options.get("locustfile"),
                available_user_classes=self.user_classes,
            )
        except ValueError as error:
            return str(error)
        self.environment.iterations_left = _share_of(options.get("iterations"))
        (WorkerRunner if _host.index() else LocalRunner)(self.environment)
        if options.get("equal_weights"):
            self.environment.assign_equal_weights()
        return ""

    def order(self, order_json):
        """Sets what the page asks for, before a run or while it goes on; returns what is wrong with it."""
        order = parsed(order_json)
        environment = self.environment
        names = order.get("user_classes")
        if names:
            unknown = [name for name in names if name not in self.user_classes]
            if unknown:
                return f"Unknown User(s): {', '.join(unknown)}"
            environment.user_classes = [each for name, each in self.user_classes.items() if name in names]
            environment._filter_tasks_by_tags()
        shape = order.get("shape_class")
        if shape is not None:
            known = {each.__name__: each for each in self.shape_classes}
            if shape and shape not in known:
                return f"Unknown shape class: {shape}"
            environment.shape_class = known[shape]() if shape else None
        try:
            for each in self.parser.added:
                if each["dest"] in order.get("custom", {}):
                    setattr(self.options, each["dest"], converted(each, order["custom"][each["dest"]]))
        except ValueError as error:
            return str(error)
        decides = environment.shape_class is not None and not environment.shape_class.use_common_options
        for key in ("run_time",) if decides else ("users", "spawn_rate", "run_time"):
            if key in order:
                setattr(self.options, key, order[key])
        self.options.num_users = self.options.users
        if order.get("host") is not None:
            environment.host = self.options.host = order["host"]
        return ""

    def change(self):
        """Brings as many users as were ordered, while a run goes on; on a thread of the loop."""
        environment, options = self.environment, self.options
        if environment.shape_class is None and environment.runner.state in ("spawning", "running"):
            environment.runner.start(options.users, options.spawn_rate, user_classes=environment.user_classes)

    def update_user(self, settings_json):
        """Changes a class of users; returns what is wrong with it."""
        try:
            self.environment.update_user_class(parsed(settings_json))
        except (ValueError, TypeError) as error:
            return str(error)
        return ""

    def time_limit(self):
        """After how many seconds a run ends; 0 where there is no limit, as where a shape decides."""
        return 0 if self.environment.shape_class is not None else self.options.run_time or 0

    def shapes(self):
        return written([each.__name__ for each in self.shape_classes])

    def reset(self):
        """Lets figures begin anew; on a thread of the loop."""
        self.environment.events.reset_stats.fire()
        self.environment.stats.reset_all()
        self.environment.runner.exceptions.clear()
        _host.stats().forgetExceptions()

    def _configure(self, classes, given):
        """Sets members of classes: given are texts in JSON, or names of files with it."""
        for text in given:
            try:
                if os.path.isfile(text):
                    with open(text) as file:
                        text = file.read()
                changes = parsed(text)
            except ValueError as error:
                return f"argument --config-users: {text}: {error}"
            for change in [changes] if isinstance(changes, dict) else changes:
                name = change.pop("user_class_name", None)
                named = [each for each in classes if each.__name__ == name]
                if not named:
                    return f"argument --config-users: there is no user class {name}"
                for key, value in change.items():
                    setattr(named[0], key, value)
        return ""

    def run(self):
        """A run without a page and its end; on a thread of the loop. Returns the exit code."""
        self._run(False)
        return self.leave()

    def swarm(self):
        """One run of several; on a thread of the loop. Returns whether a script wants no more."""
        self._run(True)
        return 1 if self.environment.runner._quit_asked else 0

    def _run(self, stays):
        environment, options = self.environment, self.options
        runner = environment.runner
        shape, limit = environment.shape_class, self.time_limit()
        if not stays:
            logger.info("Starting Locust %s", locust.__version__)
        if not self._begun:
            self._begun = True
            environment.events.init.fire(environment=environment, runner=runner, web_ui=None)
        begin_early()
        if shape is not None and not shape.use_common_options:
            self._warn_of_shape()
        if limit:
            logger.info("Run time limit set to %s seconds", limit)
        elif shape is None and not stays:
            logger.info("No run time limit set, use CTRL+C to interrupt")
        runner.run(
            1 if options.users is None else options.users,
            1 if options.spawn_rate is None else options.spawn_rate,
            limit,
            shape,
            stays,
        )

    def _warn_of_shape(self):
        """Says that how much load there is, and for how long, is the shape's to say."""
        given = [name for name in ("users", "spawn_rate", "run_time") if getattr(self.options, name)]
        if given:
            logger.warning(
                "--run-time, --users or --spawn-rate have no impact on LoadShapes unless the shape class explicitly reads them. "
                "See: docs.locust.io/en/stable/custom-load-shape.html#use-common-options"
            )
            named = ", ".join("--" + name.replace("_", "-") for name in given)
            logger.warning("The following option(s) will be ignored: %s", named)

    def leave(self):
        """Tells listeners of the end; on a thread of a loop. Returns the exit code."""
        environment = self.environment
        environment.events.quitting.fire(environment=environment, reverse=True)
        if _host.index() == 0:
            self._check()
        code = self._exit_code()
        logger.info("Shutting down (exit code %s)", code)
        return code

    def _check(self):
        """Sets the exit code where a limit of the command line is crossed."""
        total = self.environment.stats.total
        crossed = []
        for name, value, sign in (
            ("rps", total.total_rps, -1),
            ("fail_ratio", total.fail_ratio, 1),
            ("avg_response_time", total.avg_response_time, 1),
        ):
            limit = getattr(self.options, f"check_{name}", None)
            if limit is not None and sign * value > sign * limit:
                crossed.append(f"{name.replace('_', ' ')} was {value:.2f} (limit {limit:.2f})")
        for each in crossed:
            logger.error("Check failed: %s", each)
        if crossed and self.environment.process_exit_code is None:
            self.environment.process_exit_code = 3

    def _exit_code(self):
        environment = self.environment
        if environment.process_exit_code is not None:
            return int(environment.process_exit_code)
        if _host.index() == 0 and (environment.stats.errors or _host.shown().hasExceptions()):
            return int(self.options.exit_code_on_error)
        return 2 if _unhandled else 0

    def deliver(self, kind, data, sender):
        """Takes a message of another Python."""
        self.environment.runner._take(kind, parsed(data), sender)

    def quit(self, code):
        self.environment.events.quit.fire(exit_code=code)

    def ask_to_end(self):
        self.environment.runner.quit()

    def user_count(self):
        return self.environment.runner.user_count

    def state(self):
        return self.environment.runner.state

    def ratios(self, indented):
        """Classes and tasks with their shares, as JSON: per class and of all."""
        classes = self.environment.user_classes
        counts = _spread(classes, self.options.users)
        users = sum(counts.values()) or 1
        per_class, overall = {}, {}
        for each in classes:
            share = counts[each.__name__] / users
            per_class[each.__name__] = {"ratio": share, "tasks": _ratios(each.tasks, 1.0, False)}
            overall[each.__name__] = {"ratio": share, "tasks": _ratios(each.tasks, share, True)}
        found = {"per_class": per_class, "total": overall}
        if not indented:
            return written(found)
        import json

        return json.dumps(found, indent=4)


def _share_of(iterations):
    """How many of them fall to this Python."""
    if iterations is None:
        return None
    each, more = divmod(iterations, _host.size())
    return each + (1 if _host.index() < more else 0)


def _spread(classes, users):
    """How many users of each class there are in the end."""
    fixed = sum(each.fixed_count for each in classes if each.fixed_count)
    weight = sum(each.weight for each in classes if not each.fixed_count)
    users = users or (1 if fixed else weight)
    free = max(0, users - fixed)
    return {each.__name__: each.fixed_count or round(each.weight / (weight or 1) * free) for each in classes}


def _told(error):
    """An error with the places in scripts alone."""
    import traceback

    if isinstance(error, SystemExit) and isinstance(error.code, str):
        return error.code
    told = traceback.TracebackException.from_exception(error)
    seen = set()
    each = told
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        each.stack = traceback.StackSummary.from_list(
            [frame for frame in each.stack if not frame.filename.startswith(("<spate>", "<frozen"))]
        )
        each = each.__cause__ or each.__context__
    return "".join(told.format()).rstrip() + _advice(error)


# Packages with native code, which GraalPy would have to be built for.
_NATIVE = ("cv2", "grpc", "lxml", "numpy", "orjson", "pandas", "psycopg2", "pydantic", "pyodbc", "scipy", "ujson")


def _advice(error):
    """What to do about an error; nothing where that is the author's to find."""
    name = (error.name or "").partition(".")[0] if isinstance(error, ModuleNotFoundError) else ""
    if not name:
        return ""
    if name in _NATIVE:
        return f"\n{name} has native code, which does not run here; spate check names the lines that need it"
    return f"\nInstall it into a folder (pip install --target packages NAME) and add: --packages packages"


def _ratios(tasks, share, of_all):
    """Shares of tasks: of all there is, or of the set alone in which they stand."""
    counts = {}
    for item in tasks:
        counts[item] = counts.get(item, 0) + 1
    found = {}
    for item, count in counts.items():
        ratio = count * (share if of_all else 1.0) / len(tasks)
        row = found[item.__name__] = {"ratio": ratio}
        if isinstance(item, type) and issubclass(item, TaskSet):
            row["tasks"] = _ratios(item.tasks, ratio, of_all)
    return found


test = Test()
