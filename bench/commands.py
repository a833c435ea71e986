"""Command lines that several comparisons measure: users without a pause, on one thread."""
import windows

WRK = "wrk -t1 -c{users} -d{seconds}s {url}"
SPATE_URL = "{root}/spate run -k {url} -u {users} -d {seconds}s"


def ab(keep_alive):
    return "ab -q -l " + ("-k " if keep_alive else "") + "-c {users} -t {seconds} -n 100000000 {url}"


def hey(keep_alive):
    return "hey " + ("" if keep_alive else "-disable-keepalive ") + "-c {users} -z {seconds}s {url}"


def siege(keep_alive):
    """Without the name of the program, and without what siege does beside requests."""
    conf = windows.WORK / "siege.conf"
    conf.write_text("\n".join([
        "verbose = false", "color = off", "parser = false", "protocol = HTTP/1.1", "chunked = true", "limit = 2000",
        "connection = " + ("keep-alive" if keep_alive else "close"), "accept-encoding = gzip, deflate", ""]))
    return f"-R {conf} -q -c {{users}} -t {{seconds}}S {{url}}"
