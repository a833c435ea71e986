package io.spate.wrk.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.wrk.lua.LuaException;
import io.spate.wrk.stats.Counter;
import io.spate.wrk.stats.Values;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts may do, as wrk's SCRIPTING and its own examples have it. */
class ScriptsTest {
    private static final byte[] NO_BYTES = {};

    @TempDir Path folder;
    private final FakeHost host = new FakeHost();
    private final List<String> problems = new ArrayList<>();
    private final List<Scripts> opened = new ArrayList<>();

    /** Knows one name, under which one of two addresses answers. */
    private static final class FakeHost implements Host {
        final Map<Integer, Address> addresses = new HashMap<>();
        final List<Integer> stopped = new ArrayList<>();

        @Override
        public List<Address> lookup(String host, String service) {
            if (!host.equals("shop")) {
                throw new IllegalArgumentException("unable to resolve " + host + ":" + service);
            }
            int port = service.equals("http") ? 80 : Integer.parseInt(service);
            return List.of(new Address("::1", port), new Address("10.0.0.1", port));
        }

        @Override
        public boolean connect(Address address) {
            return !address.host().equals("::1");
        }

        @Override
        public Address address(int thread) {
            return addresses.getOrDefault(thread, new Address("10.0.0.1", 80));
        }

        @Override
        public void readdress(int thread, Address address) {
            addresses.put(thread, address);
        }

        @Override
        public void stop(int thread) {
            stopped.add(thread);
        }
    }

    private Scripts scripts(String lua) throws IOException {
        Path file = Files.writeString(folder.resolve("script.lua"), lua);
        var target =
                new ScriptTarget(
                        file.toString(),
                        "http",
                        "shop",
                        Optional.of("8080"),
                        "/a?b=c",
                        Map.of("X-A", "1"),
                        List.of("http://shop:8080/a?b=c", "--first", "second"));
        var made = new Scripts(target, host, problems::add);
        opened.add(made);
        return made;
    }

    private ScriptState thread(String lua) throws IOException {
        return scripts(lua).addThread();
    }

    private static String request(ScriptState thread) {
        int size = thread.request();
        return new String(thread.requestBytes(), 0, size, StandardCharsets.ISO_8859_1);
    }

    @AfterEach
    void close() {
        opened.forEach(Scripts::close);
    }

    @Test
    void withoutFunctionsTheRequestStaysTheSame() throws IOException {
        var thread = thread("");
        assertThat(thread.isDynamic()).isFalse();
        assertThat(thread.delays()).isFalse();
        assertThat(thread.wantsResponses()).isFalse();
        assertThat(request(thread))
                .startsWith("GET /a?b=c HTTP/1.1\r\n")
                .contains("Host: shop:8080\r\n", "X-A: 1\r\n")
                .endsWith("\r\n\r\n")
                .isEqualTo(request(thread));
    }

    @Test
    void thePostExampleSendsItsBody() throws IOException {
        var thread =
                thread(
                        """
                        wrk.method = "POST"
                        wrk.body = "foo=bar&baz=quux"
                        wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
                        """);
        assertThat(request(thread))
                .startsWith("POST /a?b=c HTTP/1.1\r\n")
                .contains("Content-Type: application/x-www-form-urlencoded\r\n")
                .contains("Content-Length: 16\r\n")
                .endsWith("\r\n\r\nfoo=bar&baz=quux");
    }

    @Test
    void aHostInAnyCaseTakesThePlaceOfTheUrls() throws IOException {
        assertThat(request(thread("wrk.headers.host = 'other'")))
                .contains("host: other\r\n")
                .doesNotContain("Host: ");
    }

    @Test
    void theCounterExampleChangesEachRequest() throws IOException {
        var thread =
                thread(
                        """
                        local counter = 0
                        request = function()
                          counter = counter + 1
                          wrk.headers["X-Counter"] = counter
                          return wrk.format(nil, "/" .. counter)
                        end
                        """);
        assertThat(thread.isDynamic()).isTrue();
        assertThat(request(thread)).startsWith("GET /1 ").contains("X-Counter: 1\r\n");
        assertThat(request(thread)).startsWith("GET /2 ").contains("X-Counter: 2\r\n");
    }

    @Test
    void theAuthExampleTakesATokenFromAResponse() throws IOException {
        var thread =
                thread(
                        """
                        local token, path = nil, "/authenticate"
                        request = function() return wrk.format("GET", path) end
                        response = function(status, headers, body)
                          if not token and status == 200 then
                            token = headers["X-Token"] .. #body
                            path = "/resource"
                            wrk.headers["X-Token"] = token
                          end
                        end
                        """);
        assertThat(request(thread)).startsWith("GET /authenticate ");
        assertThat(thread.wantsResponses()).isTrue();
        thread.response(
                200,
                "HTTP/1.1 200 OK\r\nX-Token:  secret \r\nEmpty:\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8),
                new byte[] {1, 0, 2});
        assertThat(request(thread)).startsWith("GET /resource ").contains("X-Token: secret3\r\n");
    }

    @Test
    void thePipelineExampleJoinsRequests() throws IOException {
        var thread =
                thread(
                        """
                        init = function(args)
                          local r = {}
                          r[1] = wrk.format(nil, "/?" .. args[1])
                          r[2] = wrk.format(nil, "/?" .. args[2])
                          req = table.concat(r)
                        end
                        request = function() return req end
                        """);
        assertThat(request(thread)).contains("GET /?--first ", "GET /?second ");
    }

    @Test
    void theDelayExampleSaysHowLongToWait() throws IOException {
        var thread = thread("function delay() return 17.9 end");
        assertThat(thread.delays()).isTrue();
        assertThat(thread.delayMillis()).isEqualTo(17);
    }

    @Test
    void theSetupExampleHandsValuesToThreadsAndTakesThemBack() throws IOException {
        var scripts =
                scripts(
                        """
                        local counter, threads = 1, {}
                        function setup(thread)
                          thread:set("id", counter)
                          thread:set("data", { 1, text = "a", deep = { [true] = false } })
                          table.insert(threads, thread)
                          counter = counter + 1
                        end
                        function init(args) requests, responses = 0, 0 end
                        function request()
                          requests = requests + 1
                          return wrk.format(nil, "/" .. id .. data.text .. data[1])
                        end
                        function response() responses = responses + 1 end
                        function done()
                          local sum = ""
                          for _, thread in ipairs(threads) do
                            sum = sum .. thread:get("id") .. ":" .. thread:get("requests") .. " "
                          end
                          error(sum .. tostring(thread) .. tostring(threads[1]:get("nothing")))
                        end
                        """);
        var first = scripts.addThread();
        var second = scripts.addThread();
        assertThat(request(first)).startsWith("GET /1a1 ");
        assertThat(request(second)).startsWith("GET /2a1 ");
        assertThat(request(second)).startsWith("GET /2a1 ");
        assertThatThrownBy(() -> done(scripts))
                .isInstanceOf(LuaException.class)
                .hasMessageEndingWith("1:1 2:2 nilnil");
    }

    private static void done(Scripts scripts) {
        var latency = new Counter(1_000);
        for (int i = 1; i <= 100; i++) {
            latency.record(i);
        }
        latency.record(100);
        var errors = Map.of("connect", 1L, "read", 2L, "write", 3L, "status", 4L, "timeout", 5L);
        scripts.done(new Summary(1_000_000, 101, 5_000, errors), latency.values(), Values.NONE);
    }

    @Test
    void theReportExampleReadsTheStatistics() throws IOException {
        var scripts =
                scripts(
                        """
                        done = function(summary, latency, requests)
                          local e = summary.errors
                          local value, count = latency(100)
                          error(table.concat({
                            summary.duration, summary.requests, summary.bytes,
                            e.connect, e.read, e.write, e.status, e.timeout,
                            latency.min, latency.max, ("%.2f"):format(latency.mean),
                            ("%.2f"):format(latency.stdev), latency:percentile(99), #latency,
                            value, count, requests.max, tostring(latency.other), type(latency),
                          }, " "), 0)
                        end
                        """);
        assertThatThrownBy(() -> done(scripts))
                .hasMessage(
                        "1000000 101 5000 1 2 3 4 5 1 100 50.99 29.28 100 100 100 2 0 nil userdata");
    }

    @Test
    void theStopExampleStopsItsOwnThread() throws IOException {
        var scripts = scripts("function response() wrk.thread:stop() end");
        scripts.addThread();
        scripts.addThread().response(200, NO_BYTES, NO_BYTES);
        assertThat(host.stopped).containsExactly(1);
    }

    @Test
    void theAddrExampleSpreadsThreadsOverAddresses() throws IOException {
        var scripts =
                scripts(
                        """
                        local addrs = nil
                        function setup(thread)
                          if not addrs then
                            addrs = wrk.lookup(wrk.host, wrk.port or "http")
                            for i = #addrs, 1, -1 do
                              if not wrk.connect(addrs[i]) then table.remove(addrs, i) end
                            end
                          end
                          assert(tostring(thread.addr) == "10.0.0.1:80", tostring(thread.addr))
                          thread.addr = addrs[1]
                        end
                        """);
        scripts.addThread();
        assertThat(host.addresses).containsExactly(Map.entry(0, new Address("10.0.0.1", 8080)));
    }

    @Test
    void theTargetIsTheFirstAddressThatAnswers() throws IOException {
        assertThat(scripts("").resolve("shop", "http")).contains(new Address("10.0.0.1", 80));
    }

    @Test
    void anUnknownNameEndsTheTestEvenWhereTheScriptCatchesIt() throws IOException {
        var scripts = scripts("function setup() pcall(wrk.lookup, 'nowhere', '80') end");
        assertThatThrownBy(scripts::addThread)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unable to resolve nowhere:80");
    }

    @Test
    void threadsTakeNoFunctionsAndNoOtherFields() throws IOException {
        assertThatThrownBy(() -> thread("function setup(t) t:set('f', print) end"))
                .hasMessageEndingWith("script.lua:1: cannot transfer 'function' to thread");
        assertThatThrownBy(() -> thread("function setup(t) t.foo = 1 end"))
                .hasMessageEndingWith("script.lua:1: cannot set 'number' on thread");
    }

    @Test
    void aTableWithinItselfIsRefused() throws IOException {
        assertThatThrownBy(() -> thread("function setup(t) local x = {} x.x = x t:set('x', x) end"))
                .hasMessageContaining("cannot transfer");
    }

    @Test
    void aMistakeInTheFileIsToldAndTheRestGoesOn() throws IOException {
        var thread = thread("x = = 1");
        String file = folder.resolve("script.lua").toString();
        assertThat(problems).hasSize(2).allMatch(it -> it.startsWith(file + ": "));
        assertThat(request(thread)).startsWith("GET /a?b=c ");
    }

    @Test
    void anErrorInAFunctionHasLuasMessage() throws IOException {
        var thread = thread("request = function() error('boom') end");
        assertThatThrownBy(thread::request)
                .isInstanceOf(LuaException.class)
                .hasMessageEndingWith("script.lua:1: boom");
        assertThatThrownBy(() -> thread("init = function() error({}) end")).hasMessage("?");
    }

    @Test
    void requestsMayBeLongAndHoldAnyBytes() throws IOException {
        var thread = thread("request = function() return ('\\0\\255'):rep(100000) end");
        assertThat(request(thread)).isEqualTo("\0\u00ff".repeat(100_000));
    }

    @Test
    void itIsLuaJit() throws IOException {
        var thread = thread("request = function() return jit.version .. tostring(wrk.thread) end");
        assertThat(request(thread)).startsWith("LuaJIT 2.").contains("userdata");
    }
}
