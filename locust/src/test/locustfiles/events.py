import logging

from locust import HttpUser, constant, events, task

seen = []


@events.init_command_line_parser.add_listener
def add_arguments(parser):
    parser.add_argument("--path", type=str, env_var="LOCUST_PATH_TO_GET", default="/health", help="what to get")
    parser.add_argument("--times", type=int, default=1)


@events.init.add_listener
def init(environment, **kwargs):
    seen.append(f"init {environment.parsed_options.times + 1}")


@events.test_start.add_listener
def start(environment, **kwargs):
    seen.append("start")


@events.spawning_complete.add_listener
def complete(user_count, **kwargs):
    seen.append(f"complete {user_count}")


@events.request_success.add_listener
def succeeded(request_type, name, response_time, response_length, **kwargs):
    if name == "old":
        seen.append(f"old {kwargs['place']}")


@events.test_stop.add_listener
def stop(**kwargs):
    events.request_success.fire(request_type="OLD", name="old", response_time=1, response_length=2, place="here")
    seen.append("stop")


@events.quitting.add_listener
def quitting(environment, **kwargs):
    total = environment.stats.total
    seen.append("quitting" if total.num_requests and total.fail_ratio == 0 and total.avg_response_time > 0 else "empty")
    logging.info("seen: %s", ", ".join(seen))
    environment.process_exit_code = 3


@events.request.add_listener
def requested(request_type, name, response_time, response_length, exception, response, context, **kwargs):
    if response is not None and response.status_code == 200 and context.get("kind") == "x" and seen[-1] != "request":
        seen.append("request")


class Getter(HttpUser):
    wait_time = constant(0.05)

    @task
    def get(self):
        self.client.get(self.environment.parsed_options.path, context={"kind": "x"})
