package io.spate.cli.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.UsageException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which targets are let through, and which are warned of. */
class TargetGuardTest {
    private final List<String> warnings = new ArrayList<>();

    private void check(String allowed, String target) {
        var patterns = AllowedTargets.of(Map.of(AllowedTargets.VARIABLE, allowed));
        new TargetGuard(patterns, warnings::add).check(target, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fdff::1",
                "ff02::1",
                "::ffff:10.0.0.1"
            })
    void privateAddressesAreNotPublic(String address) {
        assertThat(TargetGuard.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "192.167.255.255",
                "100.63.255.255", "100.128.0.1", "198.17.255.255", "198.20.0.1", "11.0.0.1",
                "2001:4860:4860::8888", "fe00::1", "::ffff:8.8.8.8"
            })
    void allOthersAre(String address) {
        assertThat(TargetGuard.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void warnsOfAPublicAddress() {
        check("", "https://8.8.8.8/search");

        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("WARNING: 8.8.8.8 (8.8.8.8) is a public address.");
    }

    @Test
    void saysNothingOfThisMachine() {
        check("", "http://127.0.0.1:8000");
        check("", "http://[::1]:8000");
        check("", "");

        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1           | http://127.0.0.1:8000/x",
                "10.0.0.1,127.0.0.1  | http://127.0.0.1",
                "' 127.0.0.1 , '     | http://127.0.0.1",
                "::1                 | http://[::1]:8000",
                "[::1]               | http://[::1]",
                "LocalHost           | http://localhost",
                "localhost           | HTTP://LOCALHOST:80",
                "localhost           | http://me:word@localhost/",
                "'  '                | http://127.0.0.1",
            })
    void letsAllowedTargetsThrough(String allowed, String target) {
        assertThatNoException().isThrownBy(() -> check(allowed, target));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.2        | http://127.0.0.1",
                "127.0.0.1        | http://127.0.0.1.example.invalid",
                "localhost        | http://localhost@127.0.0.1/",
                "*.shop.invalid   | http://shop.invalid",
                "*.shop.invalid   | http://badshop.invalid",
                "shop.invalid     | http://api.shop.invalid",
                "shop.invalid     | http://my_host",
            })
    void refusesAllOthersBeforeItLooksThemUp(String allowed, String target) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> check(allowed, target))
                .withMessageContaining("is not among the allowed targets (SPATE_ALLOWED_TARGETS=")
                .matches(it -> it.exitCode() == ExitCode.INVALID_CONFIGURATION);
    }

    @Test
    void aPatternTakesAllBelowADomain() {
        var allowed = AllowedTargets.of(Map.of(AllowedTargets.VARIABLE, "*.Shop.test"));

        assertThat(allowed.admits("api.shop.test")).isTrue();
        assertThat(allowed.admits("a.b.SHOP.test.")).isTrue();
        assertThat(allowed.admits("shop.test")).isFalse();
        assertThat(allowed.admits("api.shop.test.evil")).isFalse();
    }

    @Test
    void anUnknownHostIsNamed() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> check("", "http://shop.invalid:80"))
                .withMessageStartingWith("unknown host: shop.invalid (in http://shop.invalid:80).")
                .matches(it -> it.exitCode() == ExitCode.FAILED);
    }
}
