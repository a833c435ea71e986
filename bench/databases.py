"""Real databases for the outputs of a run, on free ports of this machine, with their data in a folder that goes again."""
import contextlib
import functools
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import windows

PROGRAMS = ["influxd", "prometheus", "prometheus-pushgateway", "victoria-metrics"]
# Those that Spate or nobody listens on come after those of the databases.
PORTS = ["influx", "influx_rpc", "victoria", "prometheus", "pushgateway", "postgres", "scrape", "statsd", "otlp", "dead"]


def start(stack, logs):
    """Starts them on the core of the server, ended with the stack; their ports by name."""
    # Also who is told to end takes them along.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    ports = {name: free_port() for name in PORTS}
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    start_postgres(stack, folder / "postgres", ports["postgres"])
    for name, command in commands(folder, ports).items():
        log = stack.enter_context(open(logs / f"{name}.log", "w"))
        process = subprocess.Popen(["taskset", "-c", str(windows.SERVER_CORE), *command.split()], cwd=folder,
                                   stdout=log, stderr=subprocess.STDOUT)
        stack.callback(end, process)
        await_port(name, ports[name], log.name)
    return ports


def commands(folder, ports):
    (folder / "influxdb.conf").write_text(
        f'reporting-disabled = true\nbind-address = "127.0.0.1:{ports["influx_rpc"]}"\n'
        f'[meta]\n dir = "{folder}/meta"\n[data]\n dir = "{folder}/data"\n wal-dir = "{folder}/wal"\n'
        f'[http]\n bind-address = "127.0.0.1:{ports["influx"]}"\n log-enabled = false\n')
    (folder / "prometheus.yml").write_text(
        "scrape_configs:\n  - job_name: spate\n    scrape_interval: 5s\n"
        f"    static_configs: [{{targets: ['127.0.0.1:{ports['scrape']}']}}]\n")
    return {
        "influx": f"influxd -config {folder}/influxdb.conf",
        "victoria": f"victoria-metrics -httpListenAddr=127.0.0.1:{ports['victoria']} -storageDataPath={folder}/victoria "
                    "-search.latencyOffset=0s -search.disableCache",
        "prometheus": f"prometheus --config.file={folder}/prometheus.yml --storage.tsdb.path={folder}/prometheus "
                      f"--web.listen-address=127.0.0.1:{ports['prometheus']} --web.enable-remote-write-receiver",
        "pushgateway": f"prometheus-pushgateway --web.listen-address=127.0.0.1:{ports['pushgateway']}",
    }


def start_postgres(stack, folder, port):
    """It refuses to run as root, and its user must get at its folder."""
    folder.parent.chmod(0o755)
    folder.mkdir()
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    call = functools.partial(subprocess.run, user="postgres" if os.geteuid() == 0 else None, cwd=folder, check=True,
                             stdout=subprocess.DEVNULL)
    data = folder / "data"
    call([postgres("initdb"), "-D", data, "-A", "trust", "-U", "postgres", "-N", "-E", "UTF8"])
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    call(["taskset", "-c", str(windows.SERVER_CORE), postgres("pg_ctl"), "-D", data, "-o", options,
          "-l", folder / "log", "-w", "start"])
    stack.callback(call, [postgres("pg_ctl"), "-D", data, "-m", "immediate", "stop"])


def postgres(program):
    """Of the newest PostgreSQL; Debian keeps it off the path."""
    return max(map(str, Path("/usr/lib/postgresql").glob(f"*/bin/{program}")), default="")


def missing():
    """Those of the programs that are not installed."""
    return [program for program in PROGRAMS if not shutil.which(program)] + ([] if postgres("initdb") else ["postgresql"])


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def await_port(name, port, log):
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    sys.exit(f"{name} does not listen on port {port}; see {log}")


def end(process):
    process.terminate()
    process.wait()
