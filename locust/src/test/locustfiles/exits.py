import sys

from locust import User, task


class Leaver(User):
    @task
    def leave(self):
        sys.exit(7)
