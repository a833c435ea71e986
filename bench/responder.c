// An HTTP server that is faster than nginx, so that the client is the limit: one thread, epoll, answers that
// are ready in memory.
//
//   cc -O2 -o responder responder.c && ./responder PORT
//
//   GET /__count      how many requests were answered before this one
//   GET /chunked      JSON in two chunks
//   GET anything      27 bytes of JSON
//   POST anything     66 bytes of JSON with a token
//
// Listens on 127.0.0.1 only. A request must arrive in one read, which the small ones of a benchmark do;
// pipelined requests are answered in one write.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define HEAD \
    "HTTP/1.1 200 OK\r\nServer: responder\r\nDate: Sat, 21 Nov 2026 00:00:00 GMT\r\n" \
    "Content-Type: application/json\r\nConnection: keep-alive\r\n"

struct answer {
    const char *bytes;
    size_t length;
};

#define ANSWER(text) {text, sizeof text - 1}

static const struct answer FIXED =
    ANSWER(HEAD "Content-Length: 27\r\n\r\n{\"id\":1,\"name\":\"alice bob\"}");
static const struct answer TOKEN =
    ANSWER(HEAD "Content-Length: 66\r\n\r\n"
                "{\"user\":\"alice\",\"token\":\"tok-0123456789abcdef0123\",\"expires\":3600}");
static const struct answer CHUNKED =
    ANSWER(HEAD "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"id\":1,\"name\":\"\r\nb\r\nalice bob\"}\r\n0\r\n\r\n");

static unsigned long answered;

static long content_length(const char *from, const char *to) {
    static const char NAME[] = "\ncontent-length:";
    for (const char *at = from; at + sizeof NAME - 1 < to; at++) {
        if (*at == '\n' && !strncasecmp(at, NAME, sizeof NAME - 1)) {
            return atol(at + sizeof NAME - 1);
        }
    }
    return 0;
}

static struct answer count_answer(void) {
    static char bytes[512];
    char body[32];
    int length = snprintf(body, sizeof body, "%lu\n", answered);
    length = snprintf(bytes, sizeof bytes, HEAD "Content-Length: %d\r\n\r\n%s", length, body);
    return (struct answer){bytes, (size_t)length};
}

static struct answer choose(const char *request) {
    if (request[0] == 'P') {
        return TOKEN;
    }
    if (!strncmp(request, "GET /__count ", 13)) {
        return count_answer();
    }
    return strncmp(request, "GET /chunked", 12) ? FIXED : CHUNKED;
}

// Answers all requests of one read. Returns 0 where the connection is to be closed.
static int serve(int fd) {
    static char in[65536], out[262144];
    ssize_t got = read(fd, in, sizeof in - 1);
    if (got <= 0) {
        return got < 0 && errno == EAGAIN;
    }
    in[got] = 0;
    size_t filled = 0;
    for (char *at = in, *end = in + got; at < end;) {
        char *blank = memmem(at, (size_t)(end - at), "\r\n\r\n", 4);
        if (!blank) {
            break;
        }
        struct answer answer = choose(at);
        if (filled + answer.length > sizeof out) {
            break;
        }
        memcpy(out + filled, answer.bytes, answer.length);
        filled += answer.length;
        answered++;
        at = blank + 4 + (*at == 'P' ? content_length(at, blank) : 0);
    }
    return filled == 0 || write(fd, out, filled) == (ssize_t)filled;
}

static int listen_on(int port) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons((unsigned short)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(fd, (void *)&address, sizeof address) || listen(fd, 16384)) {
        perror("responder");
        exit(1);
    }
    return fd;
}

static void watch(int epoll, int fd) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "usage: responder PORT\n");
        return 2;
    }
    int listener = listen_on(atoi(argv[1])), epoll = epoll_create1(0), one = 1;
    watch(epoll, listener);
    for (;;) {
        struct epoll_event events[512];
        int ready = epoll_wait(epoll, events, 512, -1);
        for (int i = 0; i < ready; i++) {
            int fd = events[i].data.fd;
            if (fd != listener) {
                if (!serve(fd)) {
                    close(fd);
                }
                continue;
            }
            int accepted;
            while ((accepted = accept4(listener, 0, 0, SOCK_NONBLOCK)) >= 0) {
                setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                watch(epoll, accepted);
            }
        }
    }
}
