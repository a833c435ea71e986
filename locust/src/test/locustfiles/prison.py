import logging
import os
import subprocess

from locust import User, constant, task


def attempt(name, action):
    try:
        action()
        logging.info("%s: possible", name)
    except BaseException as error:
        logging.info("%s: %s", name, type(error).__name__)


def write():
    with open("written.txt", "w") as file:
        file.write("x")


def java_type():
    import java

    return java.type("java.lang.Runtime")


attempt("outside", lambda: open("/etc/passwd").read())
attempt("above", lambda: open("../../../../../../etc/passwd").read())
attempt("write", write)
attempt("process", lambda: subprocess.run(["true"], check=True))
attempt("system", lambda: os.system("true") and 1 / 0)
attempt("java", java_type)
attempt("inside", lambda: open("data.csv").read())
logging.info("variable: %s", os.environ.get("GREETING"))


class Nobody(User):
    wait_time = constant(1)

    @task
    def nothing(self):
        pass
