"""How long users wait between two tasks."""

import random
import time


def between(min_wait, max_wait):
    """A length between two, all as likely, in seconds."""
    span = max_wait - min_wait
    return lambda user: min_wait + random.random() * span


def constant(wait_time):
    """Always the same length, in seconds."""
    return lambda user: wait_time


def constant_pacing(wait_time):
    """As long as makes tasks start so many seconds apart, where they are done in time."""

    def paced(user):
        now = time.time()
        pause = wait_time
        if hasattr(user, "_paced_until"):
            pause = max(0.0, wait_time - (now - user._paced_until))
        user._paced_until = now + pause
        return pause

    return paced


def constant_throughput(task_runs_per_second):
    """As long as makes so many tasks start in a second."""
    return constant_pacing(1 / task_runs_per_second)
