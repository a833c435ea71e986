"""Load over time, worked out by a script."""

import time


class LoadTestShape:
    """tick() gives (users, spawn rate) or (users, spawn rate, classes) each second, or None."""

    runner = None
    use_common_options = False
    abstract = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if "abstract" not in vars(cls):
            cls.abstract = False

    def __init__(self):
        self.start_time = time.perf_counter()

    def reset_time(self):
        self.start_time = time.perf_counter()

    def get_run_time(self):
        return time.perf_counter() - self.start_time

    def get_current_user_count(self):
        return self.runner._spawned_users()

    def tick(self):
        return None
