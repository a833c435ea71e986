package io.spate.k6.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UrlEncodedFormTest {
    @Test
    void isSortedByNameAndInTheSignsOfGo() {
        var form = new UrlEncodedForm();
        form.add("b", "x y");
        form.add("a", "(it's) *~!");
        form.add("b", "ä&=");

        assertThat(form).hasToString("a=%28it%27s%29+%2A~%21&b=x+y&b=%C3%A4%26%3D");
    }
}
