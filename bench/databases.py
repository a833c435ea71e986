"""Real databases for the outputs of a run, on free ports of this machine, with their data in a folder that goes again."""
import contextlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import windows

PROGRAMS = ["influxd", "prometheus", "prometheus-pushgateway", "victoria-metrics"]
# Those that Spate or nobody listens on come after those of the databases.
PORTS = ["influx", "influx_rpc", "victoria", "prometheus", "pushgateway", "scrape", "statsd", "dead"]


def start(stack, logs):
    """Starts them on the core of the server, ended with the stack; their ports by name."""
    ports = {name: free_port() for name in PORTS}
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
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


def missing():
    """Those of the programs that are not installed."""
    return [program for program in PROGRAMS if not shutil.which(program)]


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
