"""Listeners that steer users, blocks that are measured, users that fail before their first task."""

import logging

from locust import HttpUser, User, constant, events, task
from locust.exception import RescheduleTask


@events.request.add_listener
def listen(name, exception, **kwargs):
    if exception and name == "lost":
        raise RescheduleTask()


class Steered(HttpUser):
    wait_time = constant(0.01)

    @task
    def go(self):
        with self.environment.events.request.measure("BLOCK", "good") as meta:
            meta["response_length"] = 7
        with events.request.measure("BLOCK", "bad"):
            raise ValueError("in a block")
        self.client.get("/nowhere", name="lost")
        self.client.get("/health", name="never")


class Idle(User):
    fixed_count = 1


class Early(User):
    fixed_count = 1

    def on_start(self):
        raise ValueError("too early")

    @task
    def never(self):
        logging.info("never")
