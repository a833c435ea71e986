import time

from locust import HttpUser, LoadTestShape, constant, tag, task


class Caller(HttpUser):
    abstract = True
    wait_time = constant(0.5)

    def on_start(self):
        self.client.get("/health", name="begin " + type(self).__name__)

    def on_stop(self):
        self.client.get("/health", name="end " + type(self).__name__)


class Fixed(Caller):
    fixed_count = 2

    @tag("seldom")
    @task
    def excluded(self):
        self.client.get("/health", name="excluded")

    @tag("often")
    @task
    def look(self):
        self.client.get("/health", name="look")


class Light(Caller):
    weight = 1

    @tag("often")
    @task(3)
    def many(self):
        self.client.get("/health", name="many")

    @tag("often")
    @task(1)
    def few(self):
        self.client.get("/nowhere", name="few")

    @task(100)
    def untagged(self):
        self.client.get("/health", name="untagged")


class Heavy(Caller):
    weight = 2

    @tag("often")
    @task
    def slow(self):
        time.sleep(1.5)
        self.client.get("/health", name="slow")


class Steps(LoadTestShape):
    def tick(self):
        if self.get_run_time() < 4:
            return 5, 5
        return (8, 8) if self.get_run_time() < 8 else None
