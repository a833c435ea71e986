"""What the client of users is given and gives."""

import io
import json
import os

import requests
from requests.structures import HeaderLines

from locust import FastHttpUser, HttpUser, constant, task

session = requests.Session()
# Some files log in while they are loaded.
BEFORE = session.get(os.environ["TARGET"] + "/health").json()


class Plain(HttpUser):
    wait_time = constant(0.02)

    @task
    def call(self):
        client = self.client
        with client.get("/api/export", stream=True, name="lines", catch_response=True) as response:
            lines = list(response.iter_lines(decode_unicode=True))
            if len(lines) < 2 or sum(len(each) for each in response.iter_content(100)) != len(response.content):
                response.failure(f"{len(lines)} lines")
        files = {"file": ("a.txt", io.BytesIO(b"content"), "text/plain")}
        client.post("/api/uploads", files=files, data={"a": "b"}, name="files")
        with client.rename_request("renamed"):
            client.get("/health?x=1")
        with client.request("OPTIONS", "/health", name="options", catch_response=True) as response:
            response.success()
        client.post("/api/uploads", data="abc", headers={"content-length": "99"}, name="length")
        own = {"X-Own": "1", "X-None": None}
        with client.get("/health", name="details", headers=own, catch_response=True) as response:
            lines = HeaderLines({"A": "1", "B": "2"}).lines_with({"b": None, "C": "3", "c": "4"})
            facts = {
                "own headers": dict(response.request.headers) == {"X-Own": "1"},
                "headers in place of others": lines.split("\0") == ["A", "1", "C", "3", "c", "4", ""],
                "session": session.get(self.host + "/health").json() == BEFORE,
                "bytes": response.content == response.text.encode(),
                "header": response.headers["CONTENT-TYPE"] == response.headers.get("content-type"),
                "request": response.request.method == "GET" and response.request.path_url == "/health",
                "url": response.url == self.host + "/health",
                "reason": response.reason == "OK",
                "json": response.json() == json.loads(response.text),
                "history": not response.history and not response.is_redirect,
                "host": client.base_url == self.host == self.environment.host,
                "elapsed": 0 < response.elapsed.total_seconds() < 5,
            }
            wrong = [name for name, good in facts.items() if not good]
            if wrong:
                response.failure(str(wrong))
        with client.get("/api/account", name="cookies", cookies={"session": "x"}, catch_response=True) as response:
            response.success()
        client.cookies.set("mine", "1")
        assert client.cookies.get("mine") == "1" and "mine" in client.cookies
        client.cookies.clear()


class Fast(FastHttpUser):
    @task
    def call(self):
        with self.rest("GET", "/health", name="rest") as response:
            if "status" not in response.js:
                response.failure("no status")
        with self.rest("GET", "/nowhere", name="rest 404") as response:
            if response.status_code == 404:
                response.success()
        assert self.client.get("/health", name="fast").text
