"""What bench/peers and bench/scripts measure of Locust.

PART is raw, login, think or guide; KIND the class of users, http or fast.
"""
import os

from locust import FastHttpUser, HttpUser, constant, task

PART = os.environ["PART"]


class PeerUser(HttpUser if os.environ["KIND"] == "http" else FastHttpUser):
    host = os.environ["BASE"]
    wait_time = constant(1 if PART in ("think", "guide") else 0)

    @task
    def visit(self):
        if PART in ("login", "guide"):
            self.log_in()
        else:
            self.client.get("/api/health")

    def log_in(self):
        login = self.client.post("/api/auth/login", json={"username": "u", "password": "p"})
        headers = {"Authorization": "Bearer " + login.json()["token"]}
        with self.client.get("/api/users", headers=headers, catch_response=True) as users:
            if users.status_code != 200:
                users.failure("status is not 200")
