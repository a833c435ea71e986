"""What the cache of `spate locust` learns from: what locustfiles import and do most. The launcher runs it once."""

import csv
import datetime
import json
import logging
import os
import random
import re
import string
import time
import uuid
from collections import defaultdict
from urllib.parse import urlencode

from locust import FastHttpUser, HttpUser, SequentialTaskSet, TaskSet, between, constant, events, tag, task

SEEN = defaultdict(int)
NUMBER = re.compile(r"\d+")


@events.test_start.add_listener
def begin(environment, **kwargs):
    logging.info("begins %s, %s", datetime.datetime.now().isoformat(), os.environ.get("HOME"))


class Steps(SequentialTaskSet):
    def on_start(self):
        self.name = "".join(random.choices(string.ascii_lowercase, k=8))

    @task
    def first(self):
        self.client.get("/health", name="step 1", timeout=5)

    @task
    def second(self):
        self.client.get("/api/search?" + urlencode({"q": self.name}), name="/api/search")
        self.interrupt()


class Shopper(HttpUser):
    wait_time = between(0.001, 0.01)
    tasks = {Steps: 1}

    def on_start(self):
        answer = self.client.post("/api/auth/login", json={"username": "test", "password": "password"})
        self.client.headers.update({"Authorization": f"Bearer {answer.json()['token']}"})

    @task(3)
    def look(self):
        users = self.client.get("/api/users", headers={"X-Id": str(uuid.uuid4())}).json()
        SEEN[len(users)] += 1

    @tag("judged")
    @task(2)
    def judge(self):
        with self.client.get("/api/products", params={"page": 1}, name="products", catch_response=True) as response:
            if response.status_code != 200 or not NUMBER.search(response.text):
                response.failure(f"{response.status_code} after {response.elapsed.total_seconds()}")
            else:
                response.success()

    @task
    def lost(self):
        with self.client.get("/nowhere", catch_response=True) as response:
            if response.status_code == 404:
                response.success()

    @task
    def form(self):
        self.client.post("/api/orders", data={"product": 1, "at": time.time()}, name="order")


class Reader(FastHttpUser):
    wait_time = constant(0)

    @task
    def read(self):
        self.client.get("/health")

    @task
    def ask(self):
        with self.rest("GET", "/api/users") as response:
            if not isinstance(json.dumps(response.js), str):
                response.failure("no JSON")
