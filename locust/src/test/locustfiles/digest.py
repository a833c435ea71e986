from locust import HttpUser, task
from requests.auth import HTTPDigestAuth


class Guest(HttpUser):
    @task
    def enter(self):
        response = self.client.get("/door?x=1", auth=HTTPDigestAuth("me", "hidden"))
        print(response.status_code, response.text)
        self.environment.runner.quit()
