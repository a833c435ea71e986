"""Arguments of other types than usual: as Locust takes them."""

import logging

from locust import HttpUser, events, task


class Odd(HttpUser):
    @task
    def ask(self):
        raised = []
        for call in (
            lambda: self.client.get("/health", name=5),
            lambda: self.client.get("/health", name=("a", 1)),
            lambda: self.client.get(None),
            lambda: self.client.get({}),
            lambda: self.client.request(None, "/health"),
            lambda: self.client.get("/health", proxies={"http": 5}),
            lambda: fired(name=7),
            lambda: fired(name=None),
            lambda: fired(response_time=float("nan")),
            lambda: fired(response_length="long"),
            lambda: events.request.fire(name="alone"),
            lambda: self.environment.stats.get(5, "GET").num_requests,
            lambda: self.environment.stats.log_error("A", 5, None),
        ):
            try:
                call()
            except Exception as error:
                raised.append(f"{type(error).__name__}: {error}")
        logging.info("raised: %s", "; ".join(raised))
        self.environment.runner.quit()


def fired(**changes):
    told = {"request_type": "A", "name": "b", "response_time": 1, "response_length": 0, "exception": None}
    events.request.fire(**{**told, **changes})
