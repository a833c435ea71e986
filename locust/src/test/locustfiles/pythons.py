"""Users shared among several Pythons."""

import logging

from locust import HttpUser, constant, events, task
from locust.runners import WorkerRunner


@events.init.add_listener
def ready(environment, runner, **kwargs):
    runner.register_message("greeting", greeted)
    runner.register_message("answer", answered)


def greeted(environment, msg, **kwargs):
    logging.info("greeting from %s: %s", msg.node_id, msg.data)
    environment.runner.send_message("answer", {"to": 1}, client_id=msg.node_id)


def answered(environment, msg, **kwargs):
    logging.info("answer: %s", msg.data)


@events.test_start.add_listener
def begun(environment, **kwargs):
    logging.info("Python %d starts as %s", environment.worker_index, type(environment.runner).__name__)


@events.spawning_complete.add_listener
def spawned(user_count):
    pass


@events.test_stop.add_listener
def stopped(environment, **kwargs):
    if not isinstance(environment.runner, WorkerRunner):
        logging.info("in the end all have %d requests", environment.stats.total.num_requests)


COUNT = {"users": 0, "told": False}


class Whole(HttpUser):
    weight = 3
    wait_time = constant(0.05)

    def on_start(self):
        COUNT["users"] += 1

    @task
    def call(self):
        self.client.get("/health", name="whole")
        runner = self.environment.runner
        if not COUNT["told"] and runner.state == "running" and self.environment.runner.user_count == COUNT["users"]:
            COUNT["told"] = True
            logging.info("Python %d has users: %d", self.environment.worker_index, COUNT["users"])
            if self.environment.worker_index:
                runner.send_message("greeting", ["hello"])


class Half(Whole):
    weight = 2

    @task
    def call(self):
        with self.client.get("/health", name="half", catch_response=True) as response:
            response.failure("bad")
