"""What stands in for packages of others, and threads."""

import asyncio
import json
import os
from concurrent.futures import ThreadPoolExecutor
from threading import Thread

import gevent
import httpx
import requests
import urllib3
from dotenv import load_dotenv
from faker import Faker
from faker.providers import BaseProvider, internet
from gevent.pool import Pool
from requests.adapters import HTTPAdapter
from requests.exceptions import *
from urllib3.util.retry import Retry

from locust import User, constant, events, task

urllib3.disable_warnings()
requests.packages.urllib3.disable_warnings(requests.packages.urllib3.exceptions.InsecureRequestWarning)
load_dotenv("settings.env")
fake = Faker("en_US")
done = []


class Sizes(BaseProvider):
    def size(self):
        return self.random_element(["S", "M"])


fake.add_provider(Sizes)
fake.add_provider(internet)


def note(name, good):
    events.request.fire(
        request_type="NOTE", name=name, response_time=0, response_length=0, exception=None if good else ValueError(name)
    )


class Caller(User):
    wait_time = constant(0.01)

    def on_start(self):
        note("dotenv", os.environ["GREETING_OF_FILE"] == "hello hello")
        note("faker", "@" in fake.email() and fake.size() in "SM" and len({fake.unique.uuid4() for _ in range(9)}) == 9)

    @task
    def call(self):
        url = self.host + "/health"
        session = requests.Session()
        session.mount("https://", HTTPAdapter(max_retries=Retry(3)))
        note("requests", session.get(url).json() == requests.get(url, timeout=(1, 5)).json())
        try:
            session.get(self.host + "/").json()
        except JSONDecodeError as error:
            note("no json", isinstance(error, (json.JSONDecodeError, requests.JSONDecodeError)) and error.pos == 0)
        with httpx.Client(base_url=self.host, timeout=httpx.Timeout(5.0)) as client:
            note("httpx", client.get("/health").raise_for_status().status_code == 200)
            try:
                client.get("/nowhere").raise_for_status()
            except httpx.HTTPStatusError as error:
                note("httpx error", error.response.is_client_error)
        try:
            httpx.get("http://127.0.0.1:1/")
        except httpx.ConnectError:
            note("httpx refused", True)

        async def later():
            async with httpx.AsyncClient() as client:
                await asyncio.sleep(0.001)
                return (await client.get(url)).status_code

        note("asyncio", asyncio.run(later()) == 200)
        thread = Thread(target=lambda: done.append(requests.get(url).status_code))
        thread.start()
        thread.join()
        note("thread", done and done[-1] == 200)
        with ThreadPoolExecutor(3) as pool:
            note("pool", list(pool.map(lambda it: requests.get(url).status_code, range(6))) == [200] * 6)
        jobs = Pool(2)
        spawned = [jobs.spawn(requests.get, url) for _ in range(4)]
        jobs.join()
        note("gevent", all(it.value.ok for it in spawned))
        gevent.sleep(0.001)
