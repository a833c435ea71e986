"""Customers of the demo shop (spate demo): spate locust -f examples/locust/locustfile.py --host http://localhost:8000 --headless -u 20 -r 5 -t 30s"""

from locust import HttpUser, SequentialTaskSet, between, events, tag, task


@events.quitting.add_listener
def judge(environment, **kwargs):
    """Fails the run where the answers are slow or wrong."""
    total = environment.stats.total
    if total.fail_ratio > 0.01 or total.get_response_time_percentile(0.95) > 500:
        environment.process_exit_code = 1


class Order(SequentialTaskSet):
    """Looks at a product and buys it."""

    @task
    def look(self):
        self.client.get("/api/products/1", name="/api/products/{id}")

    @task
    def add(self):
        with self.client.post("/api/cart/add", json={"productId": 1, "quantity": 1}, catch_response=True) as response:
            if response.status_code >= 400:
                response.failure(f"not added: {response.status_code}")

    @task
    def leave(self):
        self.interrupt()


class Customer(HttpUser):
    wait_time = between(1, 3)
    tasks = {Order: 1}

    def on_start(self):
        answer = self.client.post("/api/auth/login", json={"username": "test", "password": "password"})
        self.client.headers["Authorization"] = f"Bearer {answer.json()['token']}"

    @tag("browse")
    @task(3)
    def browse(self):
        self.client.get("/api/products")
