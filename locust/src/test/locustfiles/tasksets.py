from locust import SequentialTaskSet, TaskSet, User, between, constant, events, tag, task


def fire(name):
    events.request.fire(
        request_type="STEP", name=name, response_time=1, response_length=2, exception=None, context={}
    )


class Ordered(SequentialTaskSet):
    @task
    def first(self):
        self.user.steps = ["first"]

    @task
    def second(self):
        self.user.steps.append("second")

    @task
    def last(self):
        fire(" ".join(self.user.steps))
        self.interrupt()


class Nested(TaskSet):
    tasks = {Ordered: 1}

    @task
    def leave(self):
        self.interrupt(reschedule=False)


class Walker(User):
    weight = 3
    wait_time = constant(0.01)
    tasks = [Nested]

    @tag("skipped")
    @task(100)
    def never(self):
        fire("never")


class Broken(User):
    fixed_count = 1
    wait_time = between(0.01, 0.02)

    @task
    def fails(self):
        raise ValueError("on purpose")
