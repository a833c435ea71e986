package io.spate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

class TokensTest {
    private final Tokens tokens = new Tokens(1);

    @Property
    void acceptsWhatItIssued(@ForAll @NotBlank String username) {
        String token = tokens.issue(username);
        assertThat(tokens.accepts(token)).isTrue();
        assertThat(tokens.accepts("Bearer " + token)).isTrue();
        assertThat(tokens.accepts("bearer  " + token)).isTrue();
    }

    @Property
    void refusesAnythingElse(@ForAll String text) {
        assertThat(tokens.accepts(text)).isFalse();
    }

    @Test
    void refusesATokenThatWasTamperedWith() {
        String ann = tokens.issue("ann");
        String bob = tokens.issue("bob");
        String signature = ann.substring(ann.indexOf('.'));
        assertThat(tokens.accepts(bob.substring(0, bob.indexOf('.')) + signature)).isFalse();
        assertThat(tokens.accepts("Basic " + ann)).isFalse();
    }

    @Test
    void shopsOfOneSeedAcceptEachOthersTokens() {
        assertThat(new Tokens(1).accepts(tokens.issue("ann"))).isTrue();
        assertThat(new Tokens(2).accepts(tokens.issue("ann"))).isFalse();
    }
}
