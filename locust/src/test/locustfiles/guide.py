from locust import HttpUser, task, between

class APIUser(HttpUser):
    wait_time = between(0.05, 0.1)

    @task(3)
    def get_users(self):
        self.client.get("/api/users")

    @task(2)
    def get_user(self):
        self.client.get("/api/users/123")

    @task(1)
    def create_user(self):
        self.client.post("/api/users", json={"name": "Test User", "email": "test@example.com"})

    def on_start(self):
        """Login once per user"""
        response = self.client.post("/api/auth/login", json={"username": "test", "password": "password"})
        self.token = response.json()["token"]
        self.client.headers.update({"Authorization": f"Bearer {self.token}"})
