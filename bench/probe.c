// What the way to a server and back costs, by the simplest client there is: one blocking connection, one request at a
// time, each started when it is due. A yardstick for the cost that no client can avoid on a machine: waking up.
//
//   cc -O2 -o probe probe.c && ./probe PORT COUNT INTERVAL_MICROS
//
// Prints a line for each request, in nanoseconds: from sending to receiving, and from the due time to receiving. A late
// request does not put off those after it.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

static void sleep_until(int64_t due) {
    struct timespec time = {due / 1000000000, due % 1000000000};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, 0);
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fprintf(stderr, "usage: probe PORT COUNT INTERVAL_MICROS\n");
        return 2;
    }
    int count = atoi(argv[2]), fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    int64_t interval = atoll(argv[3]) * 1000;
    int64_t *service = calloc(count, sizeof *service), *response = calloc(count, sizeof *response);
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((unsigned short)atoi(argv[1])),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    prctl(PR_SET_TIMERSLACK, 1);
    if (connect(fd, (void *)&address, sizeof address)) {
        perror("probe");
        return 1;
    }
    static const char REQUEST[] = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    char answer[4096];
    int64_t due = now();
    for (int i = 0; i < count; i++) {
        due += interval;
        sleep_until(due);
        int64_t sent = now();
        if (write(fd, REQUEST, sizeof REQUEST - 1) < 0 || read(fd, answer, sizeof answer) <= 0) {
            perror("probe");
            return 1;
        }
        int64_t received = now();
        service[i] = received - sent;
        response[i] = received - due;
    }
    for (int i = 0; i < count; i++) {
        printf("%ld %ld\n", (long)service[i], (long)response[i]);
    }
    return 0;
}
