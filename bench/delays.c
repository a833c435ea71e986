// An HTTP server whose delays are known: each request waits for a time drawn from a distribution, by a fixed seed, and
// what was drawn can be read afterwards. So a client's percentiles have a truth to be held against.
//
//   cc -O2 -o delays delays.c -lm && ./delays PORT DISTRIBUTION SEED
//
//   none                      no delay
//   lognormal:MEDIAN:SIGMA    median in microseconds
//   bimodal:FAST:SLOW:SHARE   two log-normal humps (sigma 0.1), and which share of requests is slow
//
//   GET /__truth       for each request since the last such call, in the order they were answered: the delay drawn and
//                      the time from having read the request to answering it, as pairs of 64 bits in nanoseconds
//   GET /__stall/MS    does nothing at all for that long, as a long collection of garbage would
//   GET anything       a small JSON
//
// One thread, that spins while an answer is due within a fifth of a millisecond: give it a core of its own. Listens on
// 127.0.0.1 only. A request must arrive in one read, and a connection has one request at a time.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <math.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define CONNECTIONS_MAX 65536
#define RECORDS_MAX (8 << 20)
#define SPIN_NANOS 200000

static const char ANSWER[] =
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"ok\":true}";

struct pending {
    int64_t due, received, drawn;
    int fd;
    unsigned generation;
};

static struct pending heap[CONNECTIONS_MAX];
static int pending;
static unsigned generations[CONNECTIONS_MAX];
static int64_t (*records)[2];
static size_t recorded, unrecorded;

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

// SplitMix64 (Steele, Lea, Flood 2014).
static uint64_t state;

static uint64_t draw_bits(void) {
    uint64_t z = state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

// In (0, 1], so that its logarithm is finite.
static double draw_unit(void) {
    return ((double)(draw_bits() >> 11) + 1) / 9007199254740992.0;
}

static double draw_lognormal(double median, double sigma) {
    double normal = sqrt(-2 * log(draw_unit())) * cos(2 * M_PI * draw_unit());
    return median * exp(sigma * normal);
}

static enum { NONE, LOGNORMAL, BIMODAL } kind;
static double first, second, share;

static int64_t draw_delay(void) {
    switch (kind) {
    case LOGNORMAL:
        return (int64_t)(1000 * draw_lognormal(first, second));
    case BIMODAL:
        return (int64_t)(1000 * draw_lognormal(draw_unit() <= share ? second : first, 0.1));
    default:
        return 0;
    }
}

static int parse(const char *text) {
    if (!strcmp(text, "none")) {
        return 1;
    }
    if (sscanf(text, "lognormal:%lf:%lf", &first, &second) == 2) {
        kind = LOGNORMAL;
    } else if (sscanf(text, "bimodal:%lf:%lf:%lf", &first, &second, &share) == 3) {
        kind = BIMODAL;
    }
    return kind != NONE;
}

static void push(struct pending item) {
    int at = pending++;
    while (at > 0 && heap[(at - 1) / 2].due > item.due) {
        heap[at] = heap[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    heap[at] = item;
}

static struct pending pop(void) {
    struct pending top = heap[0], last = heap[--pending];
    int at = 0;
    for (int child; (child = 2 * at + 1) < pending; at = child) {
        child += child + 1 < pending && heap[child + 1].due < heap[child].due;
        if (heap[child].due >= last.due) {
            break;
        }
        heap[at] = heap[child];
    }
    heap[at] = last;
    return top;
}

static void answer_due(void) {
    int64_t time = now();
    while (pending > 0 && heap[0].due <= time) {
        struct pending item = pop();
        if (generations[item.fd] != item.generation) {
            continue;
        }
        time = now();
        if (recorded < RECORDS_MAX) {
            records[recorded][0] = item.drawn;
            records[recorded++][1] = time - item.received;
        } else {
            unrecorded++;
        }
        if (write(item.fd, ANSWER, sizeof ANSWER - 1) < 0) {
            generations[item.fd]++;
        }
    }
}

static void send_all(int fd, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t sent = write(fd, bytes, length);
        if (sent > 0) {
            bytes += sent;
            length -= (size_t)sent;
        } else if (errno != EAGAIN) {
            return;
        }
    }
}

static void tell_truth(int fd) {
    char head[200];
    int length = snprintf(head, sizeof head, "HTTP/1.1 200 OK\r\nX-Unrecorded: %zu\r\nContent-Length: %zu\r\n\r\n",
                          unrecorded, recorded * sizeof *records);
    send_all(fd, head, (size_t)length);
    send_all(fd, (char *)records, recorded * sizeof *records);
    recorded = unrecorded = 0;
}

// Returns 0 where the connection is to be closed.
static int serve(int fd) {
    static char in[65536];
    ssize_t got = read(fd, in, sizeof in - 1);
    if (got <= 0) {
        return got < 0 && errno == EAGAIN;
    }
    in[got] = 0;
    if (!strncmp(in, "GET /__truth ", 13)) {
        tell_truth(fd);
    } else if (!strncmp(in, "GET /__stall/", 13)) {
        usleep((useconds_t)atoi(in + 13) * 1000);
        send_all(fd, ANSWER, sizeof ANSWER - 1);
    } else if (pending < CONNECTIONS_MAX) {
        int64_t received = now(), drawn = draw_delay();
        push((struct pending){received + drawn, received, drawn, fd, generations[fd]});
    }
    return 1;
}

static int listen_on(int port) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons((unsigned short)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(fd, (void *)&address, sizeof address) || listen(fd, 16384)) {
        perror("delays");
        exit(1);
    }
    return fd;
}

static void watch(int epoll, int fd) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
}

static int await(int epoll, struct epoll_event *events, int count) {
    int64_t left = pending > 0 ? heap[0].due - now() - SPIN_NANOS : INT64_C(1000000000);
    if (left <= 0) {
        return epoll_wait(epoll, events, count, 0);
    }
    struct timespec timeout = {left / 1000000000, left % 1000000000};
    return epoll_pwait2(epoll, events, count, &timeout, 0);
}

static void accept_all(int listener, int epoll) {
    int fd, one = 1;
    while ((fd = accept4(listener, 0, 0, SOCK_NONBLOCK)) >= 0) {
        if (fd >= CONNECTIONS_MAX) {
            close(fd);
            continue;
        }
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        watch(epoll, fd);
    }
}

int main(int argc, char **argv) {
    if (argc != 4 || !parse(argv[2])) {
        fprintf(stderr, "usage: delays PORT none|lognormal:MEDIAN:SIGMA|bimodal:FAST:SLOW:SHARE SEED\n");
        return 2;
    }
    state = strtoull(argv[3], 0, 10);
    records = malloc(RECORDS_MAX * sizeof *records);
    int listener = listen_on(atoi(argv[1])), epoll = epoll_create1(0);
    watch(epoll, listener);
    for (;;) {
        struct epoll_event events[256];
        int ready = await(epoll, events, 256);
        for (int i = 0; i < ready; i++) {
            int fd = events[i].data.fd;
            if (fd == listener) {
                accept_all(listener, epoll);
            } else if (!serve(fd)) {
                generations[fd]++;
                close(fd);
            }
            answer_due();
        }
        answer_due();
    }
}
