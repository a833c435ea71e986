from locust import HttpUser, SequentialTaskSet, TaskSet, constant, events, tag, task


class Steps(SequentialTaskSet):
    @task
    def first(self):
        self.client.get("/health", name="step 1")

    @task
    def second(self):
        self.client.get("/api/health", name="step 2")
        self.interrupt()


class Shopper(HttpUser):
    weight = 3
    wait_time = constant(0.3)
    tasks = {Steps: 1}

    def on_start(self):
        answer = self.client.post("/api/auth/login", json={"username": "test", "password": "password"})
        self.client.headers["Authorization"] = "Bearer " + answer.json()["token"]

    @task(4)
    def look(self):
        self.client.get("/api/users")

    @task(2)
    def search(self):
        self.client.get("/api/search", params={"q": "lamp"}, name="/api/search")

    @tag("odd")
    @task(1)
    def lost(self):
        self.client.get("/nowhere")

    @task(1)
    def judge(self):
        with self.client.get("/health", catch_response=True, name="judged") as response:
            response.failure("not good enough")
        with self.client.get("/nowhere", catch_response=True, name="forgiven") as response:
            if response.status_code == 404:
                response.success()


class Robot(HttpUser):
    wait_time = constant(0.6)

    @task
    def post(self):
        self.client.post("/api/tasks", json={"task_name": "report"}, name="tasks", timeout=5)

    @task
    def breaks(self):
        raise ValueError("on purpose")


@events.test_start.add_listener
def begin(environment, **kwargs):
    print("begin")


@events.quitting.add_listener
def end(environment, **kwargs):
    print("end", environment.stats.total.num_failures > 0)
