"""What locustfiles import: the names of Locust, on Spate's engine."""

from .clients import HttpSession, ResponseContextManager
from .debug import run_single_user
from .event import Events
from .exception import InterruptTaskSet, RescheduleTask, StopTest, StopUser
from .shape import LoadTestShape
from .user.sequential_taskset import SequentialTaskSet
from .user.markov_taskset import MarkovTaskSet, transition, transitions
from .user.task import TaskSet, tag, task
from .user.users import FastHttpUser, HttpUser, User
from .user.wait_time import between, constant, constant_pacing, constant_throughput

__version__ = "2.46.3"

events = Events()

# Scripts name them in full, too.
from . import log, runners, stats  # noqa: E402
from .user import wait_time  # noqa: E402


__all__ = [
    "FastHttpUser",
    "HttpSession",
    "HttpUser",
    "LoadTestShape",
    "MarkovTaskSet",
    "SequentialTaskSet",
    "TaskSet",
    "User",
    "between",
    "constant",
    "constant_pacing",
    "constant_throughput",
    "events",
    "run_single_user",
    "tag",
    "task",
    "transition",
    "transitions",
]
