from locust import LoadTestShape, User, constant, events, task


class Idle(User):
    wait_time = constant(0.05)

    def on_start(self):
        events.request.fire(request_type="USER", name="start", response_time=0, response_length=0, exception=None)

    def on_stop(self):
        events.request.fire(request_type="USER", name="stop", response_time=0, response_length=0, exception=None)

    @task
    def nothing(self):
        pass


class Shape(LoadTestShape):
    def tick(self):
        time = self.get_run_time()
        if time < 0.9:
            return (5, 10)
        if time < 1.9:
            return (2, 10)
        return None
