"""Users: what a simulated person or program does."""

import time

import spate_host as _host
from gevent import Timeout, ended, leave

from ..clients import FastHttpSession, HttpSession
from ..exception import Killed, LocustError, StopTest, StopUser
from .wait_time import constant
from .task import (
    LOCUST_STATE_RUNNING,
    LOCUST_STATE_STOPPING,
    LOCUST_STATE_WAITING,
    DefaultTaskSet,
    own_and_inherited_tasks,
)


class UserMeta(type):
    def __new__(mcs, name, bases, members):
        members["tasks"] = own_and_inherited_tasks(bases, members)
        if not members.get("abstract"):
            # Being abstract is not inherited.
            members["abstract"] = False
        return super().__new__(mcs, name, bases, members)


class User(metaclass=UserMeta):
    """A user without a client; scripts give it one and report by events.request."""

    host = None
    min_wait = None
    max_wait = None
    wait_function = None
    wait_time = constant(0)
    tasks = []
    weight = 1
    fixed_count = 0
    abstract = True

    def __init__(self, environment):
        self.environment = environment
        self._state = None
        self._taskset_instance = None
        self._thread = None
        if type(self).host is None and environment.host:
            self.host = environment.host

    @classmethod
    def fullname(cls):
        return ".".join(filter(lambda part: part != "<locals>", (cls.__module__ + "." + cls.__qualname__).split(".")))

    def context(self):
        return {}

    def on_start(self):
        pass

    def on_stop(self):
        pass

    def run(self):
        self._state = LOCUST_STATE_RUNNING
        self._begun = time.time()
        self._taskset_instance = DefaultTaskSet(self)
        try:
            self.on_start()
            self._taskset_instance.run()
        except (Killed, StopUser):
            self.on_stop()

    def wait(self):
        self._taskset_instance.wait()

    def _sleep(self, seconds):
        if not _host.sleep(float(seconds)):
            raise ended()

    _own_sleep = _sleep

    def _life(self):
        """All of it, on its thread."""
        environment = self.environment
        try:
            self.run()
        except (Killed, StopUser):
            pass
        except StopTest:
            environment.runner.quit()
        except SystemExit as error:
            environment.runner.exits(error)
        except (Exception, Timeout) as error:
            # As with Locust, what fails outside of tasks ends the user, and counts as nothing.
            import traceback

            trace = "".join(traceback.format_exception(error)).rstrip()
            _host.log("ERROR", "locust.user.users", f"{error}\n{trace}")
        finally:
            leave()
            self._end()
            environment.runner._left(self)

    def _end(self):
        client = getattr(self, "client", None)
        if isinstance(client, HttpSession):
            client.close()

    def stop(self, force=False):
        """Asks it to end; returns whether it ends now."""
        if force or self._state == LOCUST_STATE_WAITING:
            if self._thread is not None:
                self._thread.cut()
            return True
        self._state = LOCUST_STATE_STOPPING
        return False

    @property
    def group(self):
        return self.environment.runner.user_instances

    @property
    def greenlet(self):
        return self._thread


class HttpUser(User):
    """A user with an HTTP client like a session of requests."""

    abstract = True
    pool_manager = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.host is None:
            raise LocustError(
                "You must specify the base host. Either in the host attribute in the User class, or on the command line using the --host option."
            )
        self.client = HttpSession(self.host, self.environment.events.request, self)


class FastHttpUser(User):
    """The same; Spate has one client, which is the fast one."""

    abstract = True
    network_timeout = 60.0
    connection_timeout = 60.0
    max_redirects = 30
    max_retries = 0
    insecure = True
    default_headers = None
    concurrency = 10
    proxy_host = None
    proxy_port = None
    client_pool = None
    ssl_context_factory = None

    def __init__(self, environment):
        super().__init__(environment)
        if self.host is None:
            raise LocustError(
                "You must specify the base host. Either in the host attribute in the User class, or on the command line using the --host option."
            )
        self.client = FastHttpSession(environment, self.host, self)
        self.client.verify = not self.insecure
        self.client.timeout = (self.connection_timeout, self.network_timeout)
        if self.proxy_host:
            proxy = f"http://{self.proxy_host}:{self.proxy_port or 8080}"
            self.client.proxies = {"http": proxy, "https": proxy}
        self.client.max_redirects = self.max_redirects
        if self.default_headers:
            self.client.headers.update(self.default_headers)

    def rest(self, method, url, headers=None, **kwargs):
        """A request for JSON, whose answer is there as resp.js."""
        return self.client.rest(method, url, headers, **kwargs)

    def rest_(self, method, url, name=None, **kwargs):
        """The same with a parameter that makes each URL another one."""
        separator = "&" if "?" in url else "?"
        stamped = f"{url}{separator}_={int(time.time() * 1000)}"
        return self.rest(method, stamped, name=name or f"{url}{separator}_=...", **kwargs)
