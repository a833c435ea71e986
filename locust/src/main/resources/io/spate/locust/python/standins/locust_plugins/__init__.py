"""As much of locust-plugins as files use without a service behind it; its options are Spate's own."""

import time

from locust import run_single_user

__all__ = ["constant_total_ips", "run_single_user"]


def constant_total_ips(ips):
    """Waits that make all users together begin so many tasks in a second."""

    def wait(user):
        runner = user.environment.runner
        period = max(1, runner.target_user_count) / ips
        now = time.monotonic()
        due = max(now, getattr(user, "_total_due", now))
        user._total_due = due + period
        return due - now

    return wait
