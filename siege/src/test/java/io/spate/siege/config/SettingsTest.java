package io.spate.siege.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static List<Directive> conf(String text) {
        return ConfFile.read(
                "siege.conf",
                text,
                name -> name.equals("HOME") ? Optional.of("/home/me") : Optional.empty());
    }

    private static Settings settings(String conf, Directive... flags) {
        var all = new ArrayList<>(conf(conf));
        all.addAll(List.of(flags));
        return Settings.of(all);
    }

    @Test
    void areThoseOfANewUserWhereNothingIsSet() {
        var settings = Settings.of(Settings.NEW_USER);

        assertThat(settings.load().users()).isEqualTo(25);
        assertThat(settings.load().limit()).isEqualTo(255);
        assertThat(settings.load().failures()).isEqualTo(1024);
        assertThat(settings.load().amount()).isEqualTo(new Amount.Endless());
        assertThat(settings.requests().keepAlive()).isFalse();
        assertThat(settings.requests().parser()).isTrue();
        assertThat(settings.requests().follow()).isTrue();
        assertThat(settings.requests().acceptEncoding()).isEqualTo("gzip, deflate");
        assertThat(settings.display().verbose()).isTrue();
        assertThat(settings.display().json()).isFalse();
        assertThat(settings.notes()).isEmpty();
    }

    @Test
    void areAsSiegeHasThemWhereAConfigurationLeavesThemOut() {
        var settings = settings("limit = 9");

        assertThat(settings.load().users()).isOne();
        assertThat(settings.requests().parser()).isFalse();
        assertThat(settings.requests().acceptEncoding()).isEqualTo("*");
        assertThat(settings.display().verbose()).isFalse();
    }

    @Test
    void areReadFromAFileWithVariablesAndComments() {
        var settings =
                settings(
                        """
                        # mine
                        PROXY = proxy.example
                        concurrent = 7   # seven
                        Connection: keep-alive
                        proxy-host = ${PROXY}
                        proxy-port 3123
                        logfile = $(HOME)/siege.log
                        login = jeff:secret:Admin
                        login = jane:topsecret
                        nofollow = ads.example
                        time = 2
                        color = off
                        """);

        assertThat(settings.load().users()).isEqualTo(7);
        assertThat(settings.load().amount()).isEqualTo(new Amount.Time(120));
        assertThat(settings.requests().keepAlive()).isTrue();
        assertThat(settings.requests().noFollow()).containsExactly("ads.example");
        assertThat(settings.requests().logins())
                .containsExactly(
                        new Login("jeff", "secret", "Admin"),
                        new Login("jane", "topsecret", Login.ANY));
        assertThat(settings.network().proxyHost()).contains("proxy.example");
        assertThat(settings.network().proxyPort()).isEqualTo(3123);
        assertThat(settings.log().file()).isEqualTo("/home/me/siege.log");
        assertThat(settings.display().color()).isFalse();
    }

    @Test
    void aFlagBeatsTheFile() {
        var settings = settings("concurrent = 7", Directive.ofFlag("concurrent", "9", "-c"));

        assertThat(settings.load().users()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"30s, 30", "30S, 30", "1M, 60", "2m, 120", "1H, 3600", "3, 180", "10 s, 10"})
    void timesAreInMinutesWithoutAUnit(String written, int seconds) {
        assertThat(settings("", Directive.ofFlag("time", written, "-t")).load().amount())
                .isEqualTo(new Amount.Time(seconds));
    }

    @Test
    void aTimeBeatsRepetitionsAndSaysSo() {
        var settings = settings("reps = 5\ntime = 10S");

        assertThat(settings.load().amount()).isEqualTo(new Amount.Time(10));
        assertThat(settings.notes()).singleElement().asString().contains("10 seconds");
    }

    @Test
    void usersAreHeldToTheLimit() {
        var load = settings("limit = 3\nconcurrent = 5").load();

        assertThat(load.users()).isEqualTo(3);
        assertThat(load.usersAsked()).isEqualTo(5);
    }

    @Test
    void jsonOfTheFileIsBesideTheBlockAndThatOfTheFlagInItsPlace() {
        var fromFile = settings("json_output = true").display();
        var fromFlag = settings("", Directive.ofFlag("json_output", "true", "-j")).display();

        assertThat(fromFile.json()).isTrue();
        assertThat(fromFile.jsonOnly()).isFalse();
        assertThat(fromFile.quiet()).isTrue();
        assertThat(fromFlag.jsonOnly()).isTrue();
    }

    @Test
    void oneRequestIsMadeWhereItIsShown() {
        var load =
                settings("time = 5\nconcurrent = 50", Directive.ofFlag("-p", "true", "-p")).load();

        assertThat(load.users()).isOne();
        assertThat(load.amount()).isEqualTo(new Amount.Repetitions(1));
    }

    @Test
    void allMistakesAreToldWithTheirPlaces() {
        assertThatThrownBy(
                        () ->
                                settings(
                                        "concurrent = many\nlogin = jeff\n",
                                        Directive.ofFlag("time", "soon", "-t"),
                                        Directive.ofFlag("header", "Accept", "--header"),
                                        Directive.ofFlag("-g", "true", "-g")))
                .isInstanceOfSatisfying(
                        SiegeException.class,
                        e ->
                                assertThat(e.problems())
                                        .containsExactlyInAnyOrder(
                                                "siege.conf:1: concurrent: 'many' is not a whole number from 0 to 1000000",
                                                "siege.conf:2: login: 'jeff' is not USER:PASSWORD:REALM",
                                                "-t: 'soon' is not a time such as 30S, 5M or 1H",
                                                "--header: no ':' in header 'Accept': it is 'Name: value'",
                                                "-g: which URL? Write it at the end: spate siege -g URL"));
    }

    @Test
    void saysWhatHasNoEffect() {
        assertThat(settings("cache = true\nprotocol = HTTP/1.0").notes())
                .containsExactly(
                        "siege.conf:1: cache = true has no effect: every request goes to the server",
                        "siege.conf:2: protocol = HTTP/1.0 has no effect: requests are HTTP/1.1");
    }

    @ParameterizedTest
    @CsvSource({
        "ECDHE-RSA-AES128-GCM-SHA256, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "ECDHE-ECDSA-AES256-GCM-SHA384, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "ECDHE-RSA-CHACHA20-POLY1305, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        "DHE-RSA-AES256-SHA256, TLS_DHE_RSA_WITH_AES_256_CBC_SHA256",
        "AES128-SHA, TLS_RSA_WITH_AES_128_CBC_SHA",
        "TLS_AES_256_GCM_SHA384, TLS_AES_256_GCM_SHA384"
    })
    void ciphersMayHaveTheNamesOfOpenssl(String written, String expected) {
        assertThat(settings("ssl-ciphers = " + written).network().tls().ciphers())
                .containsExactly(expected);
    }

    @Test
    void severalCiphersKeepTheirOrder() {
        assertThat(settings("ssl-ciphers = AES256-SHA:AES128-SHA").network().tls().ciphers())
                .containsExactly("TLS_RSA_WITH_AES_256_CBC_SHA", "TLS_RSA_WITH_AES_128_CBC_SHA");
    }

    @Test
    void certificateKeyAndTimeoutOfTls() {
        var tls =
                settings("ssl-cert = me.crt\nssl-key = me.key\nssl-timeout = 5\n").network().tls();

        assertThat(tls.certificate()).contains("me.crt");
        assertThat(tls.key()).contains("me.key");
        assertThat(tls.timeoutSeconds()).hasValue(5);
        assertThat(settings("").network().tls().timeoutSeconds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ssl-ciphers = HIGH, siege.conf:1: ssl-ciphers: 'HIGH' is not the name of a cipher suite",
        "ssl-key = me.key, siege.conf:1: ssl-key needs ssl-cert",
        "ssl-timeout = soon, siege.conf:1: ssl-timeout: 'soon' is not a whole number"
    })
    void saysWhatIsWrongWithSettingsOfTls(String line, String message) {
        assertThatThrownBy(() -> settings(line)).hasMessageContaining(message);
    }
}
