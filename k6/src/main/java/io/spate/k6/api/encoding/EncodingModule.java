package io.spate.k6.api.encoding;

import io.spate.k6.api.JsValues;
import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** The module {@code k6/encoding}. */
public final class EncodingModule implements ApiModule {
    @Override
    public String name() {
        return "k6/encoding";
    }

    @Override
    public String code() {
        return ApiModule.resource(EncodingModule.class, "encoding.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new Binding(vu);
    }

    /**
     * Base64 as RFC 4648 has it: std, rawstd, url, rawurl; any other name means std. What is padded
     * in one must be so when it is read, and may not be in another.
     */
    public static final class Binding {
        private final Vu vu;

        Binding(Vu vu) {
            this.vu = vu;
        }

        /** Bytes, or a text in UTF-8, as a text. */
        @HostAccess.Export
        public String encode(Value input, String kind) {
            var bytes = JsValues.bytes(input);
            return switch (kind) {
                case "rawstd" -> Base64.getEncoder().withoutPadding().encodeToString(bytes);
                case "rawurl" -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                case "url" -> Base64.getUrlEncoder().encodeToString(bytes);
                default -> Base64.getEncoder().encodeToString(bytes);
            };
        }

        /** What a text says, as bytes. */
        @HostAccess.Export
        public ByteBuffer decode(String text, String kind) {
            return ByteBuffer.wrap(decoded(text, kind));
        }

        /** What a text says, as a text in UTF-8. */
        @HostAccess.Export
        public String decodeText(String text, String kind) {
            return new String(decoded(text, kind), StandardCharsets.UTF_8);
        }

        private byte[] decoded(String text, String kind) {
            try {
                boolean raw = kind.startsWith("raw");
                if (raw ? text.indexOf('=') >= 0 : text.strip().length() % 4 != 0) {
                    throw new IllegalArgumentException(
                            raw ? "it is padded" : "it is not padded to a multiple of four signs");
                }
                return kind.endsWith("url")
                        ? Base64.getUrlDecoder().decode(text)
                        : Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                throw vu.error("this is not Base64: " + e.getMessage());
            }
        }
    }
}
