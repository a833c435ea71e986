import time

from locust import HttpUser, constant, task


class Caller(HttpUser):
    wait_time = constant(0.02)

    @task
    def caught(self):
        with self.client.get("/api/health", catch_response=True, name="caught") as response:
            if response.status_code != 200 or not response.ok or "status" not in response.json():
                response.failure(f"unexpected {response.status_code}")
            elif response.elapsed.total_seconds() > 5 or not response.headers["content-type"]:
                response.failure("slow")
        with self.client.get("/nowhere", catch_response=True, name="forgiven") as response:
            if response.status_code == 404:
                response.success()
        with self.client.get("/api/health", catch_response=True, name="refused") as response:
            response.failure("no good")

    @task
    def plain(self):
        self.client.get("/nowhere/else", name="missing")
        assert self.client.get("/api/products", params={"page": 1, "q": ["a", "b"]}).content
        self.client.get("http://127.0.0.1:1/", name="down")

    @task
    def forms(self):
        self.client.post("/api/auth/login", data={"username": "test", "password": "password"}, name="form")
        time.sleep(0.01)
