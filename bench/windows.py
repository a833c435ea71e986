"""What the comparisons share: a server on one core, a client on another, and two looks at both some seconds apart.

Requests are read from the server's own counter, and CPU from the kernel's accounting of the processes. A ratio is
formed between windows that are near each other, since machines change their speed over minutes.
"""
import argparse
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import NamedTuple, Optional

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / "target" / "bench"
TICKS = os.sysconf("SC_CLK_TCK")
SERVER_CORE, CLIENT_CORE = 0, 1


class Client(NamedTuple):
    """What makes load."""

    name: str
    # Seconds that pass before the window.
    warm_up: float
    # Words with places to fill in: root, base, port, url, users, seconds.
    command: str
    # The client it is compared with; itself where there is none.
    against: Optional[str] = None


# What the servers are, and whether they speak TLS; "tls-connect" closes after each response.
SERVERS = {"responder": False, "nginx": False, "tls": True, "tls-connect": True}

NGINX_CONF = """
daemon off; pid {work}/nginx.pid; error_log {work}/nginx-error.log;
worker_processes 1; worker_rlimit_nofile 20000;
events {{ worker_connections 19000; multi_accept on; }}
http {{
  access_log off; default_type application/json; tcp_nodelay on;
  client_body_temp_path {work}/nginx-body; proxy_temp_path {work}/nginx-proxy;
  fastcgi_temp_path {work}/nginx-fastcgi; uwsgi_temp_path {work}/nginx-uwsgi; scgi_temp_path {work}/nginx-scgi;
  ssl_certificate {work}/tls.crt; ssl_certificate_key {work}/tls.key; ssl_session_cache none;
  {connections}
  server {{ listen 127.0.0.1:{count_port}; location = /__count {{ stub_status; }} }}
  server {{
    listen 127.0.0.1:{port} {tls} backlog=16384;
    location / {{ return 200 '{{"ok":"true"}}'; }}
  }}
}}
"""


class ClientFailed(Exception):
    """A client that did not do what was asked."""


def fail(message):
    sys.exit(f"bench/{Path(sys.argv[0]).name}: {message}")


def arguments(description, rounds=5):
    """A parser of what all comparisons take."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=rounds, help=f"windows of each client (default {rounds})")
    parser.add_argument("--window", "--seconds", type=float, default=8, help="seconds that are counted (default 8)")
    parser.add_argument("--users", type=int, default=64, help="connections (default 64)")
    parser.add_argument("--port", type=int, default=18080)
    parser.add_argument("--foreign", type=float, default=15,
                        help="repeat a window in which others used more than this share of a core (default 15 %%)")
    return parser


def add_servers(parser, default):
    parser.add_argument("--servers", type=lambda text: text.split(","), default=default,
                        help=f"of {','.join(SERVERS)} (default {','.join(default)})")


def prepare(servers, tools=()):
    """Ends the program where something is missing; builds Spate."""
    missing = [tool for tool in ("taskset", "cc", *tools) if not shutil.which(tool)]
    unknown = set(servers) - set(SERVERS)
    if unknown:
        fail(f"no such server: {', '.join(unknown)}")
    if set(servers) != {"responder"} and not nginx():
        missing.append("nginx")
    if any(SERVERS[name] for name in servers) and not shutil.which("openssl"):
        missing.append("openssl")
    if missing:
        fail(f"not installed: {', '.join(missing)}")
    if (os.cpu_count() or 1) < 2:
        fail("one core for the server and one for the client are needed.")
    WORK.mkdir(parents=True, exist_ok=True)
    subprocess.run([ROOT / "spate", "--version"], check=True)


def compare(options, clients_of):
    """Measures the clients that there are for each server, and prints their table."""
    results = []
    for name in options.servers:
        with Server(name, options.port) as running:
            results += measure(name, running, clients_of(name), options)
    keep(results, Path(sys.argv[0]).name)
    report(results, options)


def nginx():
    """Debian keeps it off the path of most users."""
    return shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")


def make_certificate():
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "365", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
                    "-keyout", WORK / "tls.key", "-out", WORK / "tls.crt"], check=True, stderr=subprocess.DEVNULL)


class Server:
    """A server on its core, stopped at the end."""

    def __init__(self, name, port):
        self.name, self.port = name, port

    def __enter__(self):
        if self.is_nginx():
            make_certificate()
            conf = WORK / "nginx.conf"
            kept = "keepalive_requests 1000000000; keepalive_timeout 600s;"
            conf.write_text(NGINX_CONF.format(
                work=WORK, port=self.port, count_port=self.port + 1, tls="ssl" if SERVERS[self.name] else "",
                connections="keepalive_timeout 0;" if self.name == "tls-connect" else kept))
            command = [nginx(), "-c", str(conf)]
        else:
            binary = WORK / "responder"
            subprocess.run(["cc", "-O2", "-o", binary, HERE / "responder.c"], check=True)
            command = [str(binary), str(self.port)]
        self.process = subprocess.Popen(["taskset", "-c", str(SERVER_CORE), *command])
        for _ in range(50):
            time.sleep(0.1)
            if self.process.poll() is not None:
                fail(f"{self.name} ended at once; is port {self.port} in use?")
            try:
                self.count()
                return self
            except OSError:
                continue
        fail(f"{self.name} does not answer on port {self.port}")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def is_nginx(self):
        return self.name != "responder"

    def base(self):
        return f"http{'s' if SERVERS[self.name] else ''}://127.0.0.1:{self.port}"

    def count(self):
        port = self.port + self.is_nginx()
        text = urllib.request.urlopen(f"http://127.0.0.1:{port}/__count", timeout=10).read().decode()
        numbers = re.search(r"\n\s*\d+\s+\d+\s+(\d+)", text) if self.is_nginx() else re.search(r"(\d+)", text)
        return int(numbers.group(1))


def measure(server, running, clients, options, left_out=None):
    """The windows of all rounds; each with that of the client it is compared with, the last before it.

    A client that fails ends the program, or is added to those that are left out, with the reason.
    """
    results, latest = [], {}
    for round_number in range(1, options.rounds + 1):
        for client in clients:
            if left_out is not None and client.name in left_out:
                continue
            try:
                result = undisturbed_window(running, client, options)
            except ClientFailed as failure:
                if left_out is None or client.against is None:
                    fail(failure)
                left_out[client.name] = str(failure)
                continue
            reference = latest.get(client.against, result)
            result.update(server=server, client=client.name, round=round_number,
                          reference={key: reference[key] for key in ("rate", "cpu_micros")})
            latest[client.name] = result
            results.append(result)
            print("{server:11} round {round}  {client:22} {rate:9.0f} requests/s  {cpu_micros:6.2f} us CPU/request  "
                  "client {client_busy:3.0f} %  server {server_busy:3.0f} %  others {foreign:3.0f} %".format(**result),
                  flush=True)
    return results


def undisturbed_window(running, client, options):
    for attempt in range(1, 4):
        result = window(running, client, options.users, options.window)
        if result["foreign"] <= options.foreign:
            break
    return {**result, "attempts": attempt}


def window(server, client, users, counted):
    """Runs a client, and looks at it and the server at both ends of the seconds that are counted."""
    values = dict(root=ROOT, base=server.base(), port=server.port, url=server.base() + "/api/health", users=users,
                  seconds=int(client.warm_up + counted + 2))
    command = [word.format(**values) for word in client.command.split()]
    with open(WORK / f"{re.sub('[^a-z0-9]+', '-', client.name.lower())}.log", "w") as log:
        process = subprocess.Popen(["taskset", "-c", str(CLIENT_CORE), *command], cwd=WORK, stdin=subprocess.DEVNULL,
                                   stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            time.sleep(client.warm_up)
            before = sample(server, process)
            time.sleep(counted)
            if process.poll() is not None:
                raise ClientFailed(f"{client.name} ended before its window did; see {log.name}")
            after = sample(server, process)
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            raise ClientFailed(f"{client.name} does not end; see {log.name}") from None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
    if process.returncode:
        raise ClientFailed(f"{client.name} failed with {process.returncode}; see {log.name}")
    return {**difference(before, after), "resident": after["resident"]}


def sample(server, process):
    return dict(count=server.count(), time=time.perf_counter(), client=cpu_seconds(process.pid),
                server=cpu_seconds(server.process.pid), cores=busy_seconds(), resident=resident_bytes(process.pid))


def difference(before, after):
    change = {key: after[key] - before[key] for key in before}
    requests = change["count"] - 1
    elapsed = change["time"]
    foreign = change["cores"] - change["client"] - change["server"]
    return dict(rate=requests / elapsed, cpu_micros=change["client"] * 1e6 / max(requests, 1),
                client_busy=100 * change["client"] / elapsed, server_busy=100 * change["server"] / elapsed,
                foreign=100 * foreign / elapsed)


def family(root):
    """A process and its children, and theirs."""
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            fields = process_fields(int(entry))
            if fields:
                children.setdefault(int(fields[1]), []).append(int(entry))
    members = [root]
    for member in members:
        members += children.get(member, [])
    return members


def process_fields(process):
    """Of the kernel's line about a process, those behind its name; none where it has ended."""
    try:
        return Path("/proc", str(process), "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def cpu_seconds(root):
    """Of a process and its children, that have ended too."""
    return sum(int(field) for member in family(root) for field in process_fields(member)[11:15]) / TICKS


def resident_bytes(root):
    """Of a process and its children."""
    pages = sum(int(field) for member in family(root) for field in process_fields(member)[21:22])
    return pages * os.sysconf("SC_PAGE_SIZE")


def busy_seconds():
    """Of the two cores together, by whomever."""
    total = 0
    for line in Path("/proc/stat").read_text().splitlines():
        match = re.match(r"cpu(\d+) (.*)", line)
        if match and int(match.group(1)) in (SERVER_CORE, CLIENT_CORE):
            fields = [int(field) for field in match.group(2).split()]
            total += sum(fields[:8]) - fields[3] - fields[4]
    return total / TICKS


def report(results, options):
    first = results[0]["client"]
    print(f"\n| server | client | requests/s | x {first} | CPU per request, us | x {first} | client busy | server busy "
          "| limit |")
    print("|---" * 9 + "|")
    for server in options.servers:
        here = [result for result in results if result["server"] == server]
        for client, own in by_client(here).items():
            print(f"| {server} | {client} | {middle(own, 'rate'):,.0f} | {ratio(own, 'rate'):.2f} "
                  f"| {middle(own, 'cpu_micros'):.2f} | {ratio(own, 'cpu_micros'):.2f} "
                  f"| {middle(own, 'client_busy'):.0f} % | {middle(own, 'server_busy'):.0f} % | {limit(own)} |")
    print(conditions(results, options))


def conditions(results, options):
    """How it was measured, for below the table."""
    disturbed = sum(result["foreign"] > options.foreign for result in results)
    return (f"\nMedians of {options.rounds} windows of {options.window:g} s; ratios are formed within a round. "
            f"{options.users} connections, server on core {SERVER_CORE}, client on core {CLIENT_CORE}."
            + (f"\n{disturbed} windows were disturbed: others used more than {options.foreign:g} % of a core."
               if disturbed else ""))


def by_client(results):
    """Client to its windows, in the order of the first ones."""
    return {client: [result for result in results if result["client"] == client]
            for client in dict.fromkeys(result["client"] for result in results)}


def middle(results, key):
    return statistics.median(result[key] for result in results)


def ratio(results, key):
    """Median of what a client had times the one it is compared with."""
    return statistics.median(result[key] / result["reference"][key] for result in results)


def limit(results):
    """Which side had no more to give; a core counts as full from 97 %."""
    full = [side for side in ("client", "server") if middle(results, side + "_busy") >= 97]
    return " and ".join(full) or "neither"


def keep(results, program):
    raw = WORK / f"{program}-{time.strftime('%Y%m%d-%H%M%S')}.json"
    raw.write_text(json.dumps(results, indent=1))
    print(f"\nEach window: {raw}")
