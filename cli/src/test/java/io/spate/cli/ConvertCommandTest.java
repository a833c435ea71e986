package io.spate.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code spate check} and {@code spate convert}: what they write can be run. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConvertCommandTest {
    private static final String SCRIPT =
            """
            import http from 'k6/http';
            import { check, group, sleep } from 'k6';
            import { Counter, Trend } from 'k6/metrics';
            const HOST = __ENV.HOST || 'http://localhost:8000';
            const orders = new Counter('orders');
            export const options = {
              scenarios: {
                shop: { executor: 'shared-iterations', vus: 2, iterations: 4 },
                health: {
                  executor: 'constant-arrival-rate', rate: 120, timeUnit: '1m', duration: '1s',
                  preAllocatedVUs: 9, exec: 'health', tags: { kind: 'probe' },
                },
              },
              thresholds: {
                http_req_failed: ['rate<0.01'],
                'http_req_duration{scenario:shop}': ['p(95)<5000', { threshold: 'avg<9000', abortOnFail: true }],
                checks: ['rate==1'],
              },
            };
            export function setup() {
              const login = http.post(`${HOST}/api/auth/login`, JSON.stringify({ username: 'test', password: 'password' }),
                { headers: { 'Content-Type': 'application/json' } });
              return { token: login.json('token') };
            }
            export default function (data) {
              const params = { headers: { Authorization: `Bearer ${data.token}` } };
              group('look', () => {
                const users = http.get(HOST + '/api/users', params);
                check(users, {
                  'is logged in': (r) => r.status === 200,
                  'is fast': (r) => r.timings.duration < 5000,
                  'is long': (r) => r.body.length > 10 && r.body.length < 1000000,
                });
              });
              for (let i = 0; i < 2; i++) {
                const id = Math.floor(Math.random() * 3) + 1;
                const product = http.get(http.url`${HOST}/api/products/${id}`, { tags: { name: '/api/products/{id}' } });
                check(product, { 'has a name': (r) => r.json('name') !== undefined, 'is found': (r) => r.status === 200 });
              }
              orders.add(1);
              sleep(Math.random() * 0.02 + 0.01);
              console.log('done');
            }
            export function health() { http.get(`${HOST}/health`); }
            """;

    @TempDir Path folder;

    private DemoShop shop;

    @BeforeAll
    void start() throws Exception {
        shop = DemoShop.start(DemoOptions.defaults());
    }

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("script.js"), SCRIPT);
    }

    @AfterAll
    void stop() {
        shop.close();
    }

    private FakeProcess process() {
        return new FakeProcess(folder).with("HOST", shop.url());
    }

    private void isRunnable(String name) throws Exception {
        var file = folder.resolve(name).toString();
        var valid = process().run("validate", file);
        assertThat(valid.err()).isEmpty();
        assertThat(valid.out()).contains(file + " can be run.");
        var outcome = process().run("run", file, "--summary-export", file + ".json");
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("✓ look / is logged in")
                .contains("✓ has a name")
                .contains("✓ 'p(95)<5000'")
                .containsPattern("orders\\.+: 4 ");
    }

    @Test
    void convertsToYamlThatRuns() throws Exception {
        var outcome = process().run("convert", "script.js", "-o", "shop.yml");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .contains("Not converted, and left as comments (2):\n")
                .contains("script.js:32: 'is long': (r) =>")
                .contains("script.js:42: console.log('done');");
        assertThat(process().read("shop.yml"))
                .startsWith("# Converted from script.js by spate convert.\ntarget: ${HOST}\n")
                .contains("# NOT CONVERTED, line 42:\n")
                .contains("- get: \"/api/products/${random(1,3)}\"\n")
                .contains("- think: 10ms..30ms\n")
                .contains("      Authorization: \"Bearer ${token}\"\n")
                .contains("    rate: 2\n    duration: 1s\n    maxUsers: 9\n");
        isRunnable("shop.yml");
        assertThat(process().run("convert", "script.js", "-o", "shop.yml").err())
                .contains("shop.yml is there already");
    }

    @Test
    void convertsToJavaThatRuns() throws Exception {
        var outcome = process().run("convert", "script.js", "--to", "java", "-o", "Shop.java");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(process().read("Shop.java"))
                .contains("public class Shop implements LoadTest {")
                .contains("var host = test.env(\"HOST\", \"http://localhost:8000\");")
                .contains("user.group(\"look\", () -> {");
        isRunnable("Shop.java");
    }

    @Test
    void tellsWhereAScriptIsNotJavaScript() throws Exception {
        process().write("wrong.js", "export default function () {\n  let = ;\n}\n");

        var outcome = process().run("convert", "wrong.js");
        assertThat(outcome.exitCode()).isEqualTo(107);
        assertThat(outcome.err()).contains("wrong.js:2:");
        assertThat(process().run("check", "wrong.js").out()).contains("wrong.js:2:");
    }

    @Test
    void findsWhatALocustfileUsesThatIsNotSupported() throws Exception {
        process()
                .write(
                        "old.py",
                        """
                        import sqlite3
                        from locust import HttpUser, task, events

                        @events.locust_error.add_listener
                        def one(**kwargs): pass

                        @events.worker_connect.add_listener
                        def two(**kwargs): pass

                        class Shopper(HttpUser):
                            task_set = None
                            @task
                            def look(self):
                                self.client.get("/x", nmae="y", name="z")
                                with self.client.get("/x", catch_response=True) as answer:
                                    answer.fail("x")
                                    answer.success()
                                self.client.adapters.clear()
                        """);

        assertThat(process().run("check", "old.py").out().lines())
                .contains(
                        "old.py:1:1: the module sqlite3 needs native code, which is not loaded",
                        "old.py:4:2: there is no event locust_error",
                        "old.py:7:2: nothing here fires the event worker_connect",
                        "old.py:11:5: task_set was Locust's before 1.0: write tasks = [...]",
                        "old.py:14:9: get() has no argument nmae",
                        "old.py:16:13: a response has no fail",
                        "old.py:18:9: the client has no adapters")
                .noneMatch(it -> it.contains("success") || it.contains("name z"));
    }

    @Test
    void findsWhatIsNotSupportedInAllFilesOfAScript() throws Exception {
        process().write("lib.js", "import sql from 'k6/x/sql';\nexport const a = 1;\n");
        process()
                .write(
                        "uses.js",
                        """
                        import http, { get, nothing } from 'k6/http';
                        import { check } from 'k6';
                        import { a } from './lib.js';
                        import { randomItem, magic } from 'https://jslib.k6.io/k6-utils/1.4.0/index.js';
                        import far from 'https://example.com/far.js';
                        export const options = {
                          vus: 1,
                          execution: 1,
                          scenarios: { one: { executor: 'fastest' } },
                        };
                        export default () => { http.get('http://localhost/'); http.teleport(); };
                        """);

        var outcome = process().run("check", "uses.js", "script.js");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        lib.js:1:1: k6/x/sql is an extension that is compiled into k6
                        uses.js:1:1: nothing of k6/http is not supported
                        uses.js:4:1: magic of https://jslib.k6.io/k6-utils/1.4.0/index.js is not supported
                        uses.js:5:1: https://example.com/far.js is not brought along, and none is loaded from the network
                        uses.js:8:3: there is no option execution
                        uses.js:9:33: the executor fastest is not supported
                        uses.js:11:55: teleport of k6/http is not supported
                        script.js: all of it is supported
                        """);
        var json = process().run("check", "--json", "uses.js").out();
        assertThat(json).contains("\"kind\" : \"module\"").contains("\"supported\" : false");
        assertThat(process().run("check", "none.js").exitCode()).isEqualTo(104);
    }

    private static final String LOCUSTFILE =
            """
            import random
            from locust import HttpUser, SequentialTaskSet, TaskSet, between, constant, task
            from faker import Faker
            LIMIT = 3

            class Order(SequentialTaskSet):
                @task
                def look(self):
                    self.client.get("/api/products/1", name="/api/products/{id}")

                @task
                def add(self):
                    with self.client.post("/api/cart/add", json={"productId": 1, "quantity": 1}, catch_response=True) as response:
                        if response.status_code >= 400:
                            response.failure("not added")
                        print(response.text)

            class Customer(HttpUser):
                wait_time = between(0.01, 0.02)
                host = "http://localhost:8000"
                weight = 3
                tasks = {Order: 2}

                def on_start(self):
                    answer = self.client.post("/api/auth/login", json={"username": "test", "password": "password"})
                    self.client.headers["Authorization"] = f"Bearer {answer.json()['token']}"

                @task(5)
                def browse(self):
                    self.client.get(f"/api/products/{random.randint(1, 3)}", name="/api/products/{id}")
                    self.client.get("/api/users", headers={"Accept": "application/json"})

            class Visitor(HttpUser):
                wait_time = constant(0.05)

                @task
                def health(self):
                    self.client.get("/health")
            """;

    @Test
    void convertsLocustfilesToTestsThatRun() throws Exception {
        process().write("locustfile.py", LOCUSTFILE);
        for (var file : new String[] {"locust.yml", "Locust.java"}) {
            var language = file.endsWith(".yml") ? "yaml" : "java";
            var outcome = process().run("convert", "locustfile.py", "--to", language, "-o", file);
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.err())
                    .isEqualTo(
                            """
                            Not converted, and left as comments (1):
                              locustfile.py:16: print(response.text)
                            """);
            var run =
                    process()
                            .run(
                                    "run",
                                    folder.resolve(file).toString(),
                                    "-d",
                                    "2s",
                                    "-H",
                                    shop.url());
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(run.out())
                    .contains("GET /api/products/{id}")
                    .contains("GET /api/users")
                    .contains("GET /health")
                    .contains("✓ status is below 400")
                    .containsPattern("http_req_failed\\.+: 0\\.00%");
        }
        assertThat(process().read("locust.yml"))
                .contains("  Customer:\n    users: 8\n    duration: 1m\n    spawnRate: 1\n")
                .contains("    think: 10ms..20ms\n")
                .contains("      - name: browse\n        weight: 5\n")
                .contains("- header: {Authorization: \"Bearer ${token}\"}");
    }

    @Test
    void convertsTheExamples() throws Exception {
        var examples = Path.of("..", "examples");
        for (var example : new String[] {"k6/shop.js", "locust/locustfile.py"}) {
            var name = example.replaceFirst(".*/", "");
            Files.copy(examples.resolve(example), folder.resolve(name), REPLACE_EXISTING);
            var file = folder.resolve(name + ".yml").toString();
            assertThat(process().run("convert", name, "-o", file).exitCode()).isZero();
            assertThat(process().run("validate", file).exitCode()).isZero();

            var run = process().run("run", file, "-d", "2s", "-H", shop.url());
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).containsPattern("GET /api/(users|products)");
        }
    }

    @Test
    void findsWhatLocustfilesImportThatIsNotThere() throws Exception {
        process().write("locustfile.py", LOCUSTFILE);
        process()
                .write(
                        "odd.py",
                        "import numpy as np\nimport sqlite3\nfrom locust import HttpUser, magic\n");

        var outcome = process().run("check", "locustfile.py", "odd.py");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        locustfile.py: all of it is supported
                        odd.py:1:1: the package numpy is not brought along; where it is pure Python, --packages names its folder
                        odd.py:2:1: the module sqlite3 needs native code, which is not loaded
                        odd.py:3:1: magic of locust is not supported
                        """);
    }
}
