"""What bench/peers and bench/scripts measure of Locust.

PART is raw, login, think, nonstop or guide; KIND the class of users, http or fast.
"""
import os

from locust import FastHttpUser, HttpUser, between, constant

PART = os.environ["PART"]
WAITS = {"think": constant(1), "guide": between(1, 3)}


def ask(user):
    user.client.get("/api/health")


def log_in(user):
    login = user.client.post("/api/auth/login", json={"username": "u", "password": "p"})
    headers = {"Authorization": "Bearer " + login.json()["token"]}
    with user.client.get("/api/users", headers=headers, catch_response=True) as users:
        if users.status_code != 200:
            users.failure("status is not 200")


# What a guide to scaling has its users do, who log in once.


def get_users(user):
    user.client.get("/api/users")


def get_user(user):
    user.client.get("/api/users/123")


def create_user(user):
    user.client.post("/api/users", json={"name": "Test User", "email": "test@example.com"})


GUIDE = {get_users: 3, get_user: 2, create_user: 1}


class PeerUser(HttpUser if os.environ["KIND"] == "http" else FastHttpUser):
    host = os.environ["BASE"]
    wait_time = WAITS.get(PART, constant(0))
    tasks = {"login": {log_in: 1}, "nonstop": GUIDE, "guide": GUIDE}.get(PART, {ask: 1})

    def on_start(self):
        if self.tasks[0] in GUIDE:
            response = self.client.post("/api/auth/login", json={"username": "test", "password": "password"})
            token = response.json()["token"]
            # Locust's fast client has no headers for all requests.
            if hasattr(self.client, "headers"):
                self.client.headers.update({"Authorization": f"Bearer {token}"})
