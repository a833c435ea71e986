package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A k6 script that keeps its data in a real Redis, by the packaged command. */
@Timeout(180)
class K6RedisTest {
    private static final Command SPATE = Command.ofThisBuild();
    private static final String PASSWORD = "s3cr3t-of-redis";

    @TempDir Path folder;

    @Test
    void usersTakeTheirDataFromRedis() throws Exception {
        Files.writeString(
                folder.resolve("queue.js"),
                """
                import redis from 'k6/x/redis';
                import { check } from 'k6';
                const client = new redis.Client(__ENV.REDIS);
                export const options = {
                  scenarios: { users: { executor: 'shared-iterations', vus: 5, iterations: 40 } },
                  thresholds: { checks: ['rate==1'], data_sent: ['count>1000'], data_received: ['count>500'] },
                };
                export async function setup() {
                  await client.sendCommand('FLUSHDB');
                  await client.rpush('users', ...Array.from({ length: 40 }, (_, i) => `user-${i}`));
                }
                export default async function () {
                  const user = await client.lpop('users');
                  const seen = await client.sadd('seen', user);
                  check(null, { 'each user once': user.startsWith('user-') && seen === 1 });
                }
                export async function teardown() {
                  const [left, seen] = [await client.llen('users'), await client.smembers('seen')];
                  console.log(`left ${left}, seen ${seen.length}`);
                }
                """);

        try (var redis = Server.redis(folder, PASSWORD)) {
            var url = "redis://:%s@localhost:%d/2".formatted(PASSWORD, redis.port());
            var outcome = SPATE.run(folder, "k6", "run", "-e", "REDIS=" + url, "queue.js");

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.err()).contains("left 0, seen 40");
        }
    }

    @Test
    void whatFailsIsToldWithoutThePassword() throws Exception {
        Files.writeString(
                folder.resolve("refused.js"),
                """
                import { Client } from 'k6/experimental/redis';
                export const options = { iterations: 1, blacklistIPs: __ENV.BLOCKED ? ['127.0.0.0/8'] : [] };
                const client = new Client(__ENV.REDIS);
                export default async function () {
                  await client.get('a');
                }
                """);

        try (var redis = Server.redis(folder, "another")) {
            var url = "redis://:%s@127.0.0.1:%d".formatted(PASSWORD, redis.port());
            var refused = SPATE.run(folder, "k6", "run", "-e", "REDIS=" + url, "refused.js");
            assertThat(refused.err()).contains("WRONGPASS").doesNotContain(PASSWORD);

            var blocked =
                    SPATE.run(
                            folder,
                            "k6",
                            "run",
                            "-e",
                            "REDIS=" + url,
                            "-e",
                            "BLOCKED=1",
                            "refused.js");
            assertThat(blocked.err())
                    .contains("address not among the allowed targets: 127.0.0.1")
                    .doesNotContain("WRONGPASS", PASSWORD);
        }
    }
}
