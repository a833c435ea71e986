"""The fast client: how its requests are named, and what goes wrong with them."""

import logging

from locust import FastHttpUser, constant, task
from locust.contrib.fasthttp import RestResponseContextManager
from locust.exception import StopUser

NOBODY = "http://127.0.0.1:1/nobody"


class Fast(FastHttpUser):
    # Nobody is there: --host is the stronger.
    host = "http://127.0.0.1:1"
    wait_time = constant(0.01)

    @task
    def all(self):
        self.client.get("/health", params={"a": "b"})
        self.client.get(self.host + "/health?whole", name="")
        response = self.client.get("/nowhere")
        logging.info("%s %s %s", response.status_code, response.ok, str(response.error).replace(self.host, "HOST"))
        with self.client.get("/nowhere", name="named", catch_response=True):
            pass
        response = self.client.get(NOBODY, name="nobody")
        logging.info("%s %s %s", response.status_code, response.text, response.error)
        self.client.get("http://nobody.invalid/", name="unknown")
        self.rests()
        raise StopUser()

    def rests(self):
        with self.rest("GET", "/health", name="asserts") as response:
            assert isinstance(response, RestResponseContextManager) and response.js["status"] == "lost"
        with self.rest("GET", "/health", name="says") as response:
            assert not response.js, "must be empty"
        with self.rest("GET", "/health", name="quotes") as response:
            assert not response.js, "must be empty,"
        with self.rest("GET", "/health", name="breaks"):
            {}["nothing"]
        with self.rest("GET", "/", name="text"):
            pass
        with self.rest("GET", NOBODY, name="down"):
            pass
        with self.rest_("GET", "/health") as response:
            logging.info("sent as %s", response.request.headers["Content-Type"])
        try:
            with self.client.get("/health", name="health") as response:
                pass
        except Exception as error:
            logging.info("%s", error)
