"""Limits of waits, XML, streams, proxies and certificates."""

import logging
import os
import time
import xml.dom.minidom
import xml.etree.ElementTree as ET

import gevent
from requests.exceptions import SSLError

from locust import HttpUser, constant, task

root = ET.fromstring(
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<a xmlns="urn:x" xmlns:p="urn:p" k="v&amp;1"><p:b>t<![CDATA[<x>]]></p:b><c/>tail<!-- n --></a>'
)
FACTS = [f"{root.tag} {root.attrib} {[each.tag for each in root]} {root[0].text} {root[1].tail}"]
try:
    ET.fromstring("<a><b></a>")
except ET.ParseError as error:
    FACTS.append(f"not well-formed at {error.position[0]}")
FACTS.append(xml.dom.minidom.parseString('<a><b i="1">x</b></a>').getElementsByTagName("b")[0].toxml())


class Impatient(HttpUser):
    wait_time = constant(0.01)
    told = False

    def on_start(self):
        for fact in FACTS:
            logging.info(fact)

    @task
    def limits(self):
        if self.told:
            return
        seen = []
        try:
            with gevent.Timeout(0.2):
                time.sleep(60)
        except gevent.Timeout as error:
            seen.append(f"timeout {error}")
        with gevent.Timeout(0.05, False):
            gevent.sleep(60)
            seen.append("no limit")
        seen.append("nothing")
        try:
            with gevent.Timeout(0.05, ValueError):
                self.client.get("/health", name="before")
                time.sleep(60)
        except ValueError:
            seen.append("ValueError")
        seen.append(gevent.with_timeout(0.05, time.sleep, 60, timeout_value="late"))
        logging.info(", ".join(seen))
        with gevent.Timeout(60):
            logging.info("still there: %s", self.client.get("/health").status_code)
        self.told = True

    @task
    def ways(self):
        proxy = os.environ["TARGET"]
        self.client.get("/health", name="by proxy", proxies={"http": proxy})
        self.client.get("/health", name="no proxy", proxies={"http": "http://127.0.0.1:1"})
        self.client.get("/health", name="way back")
        with self.client.get("/api/export", name="streamed", stream=True, catch_response=True) as response:
            if not response._answer.millis() <= response.elapsed.total_seconds() * 1000 + 1 or not list(response.iter_lines()):
                response.failure("not streamed")
        try:
            self.client.get("/health", cert=__file__)
        except SSLError as error:
            logging.info(str(error))
        self.client.get("/health", name="no certificate")
