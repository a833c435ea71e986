package io.spate.http.h2.hpack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2HeadersEncoder;
import io.spate.http.wire.ByteWriter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What Netty encodes we decode, and the other way round. */
class OtherHpackTest {
    /** A field to be sent. */
    record Header(String name, String value) {
        String line() {
            return name + ": " + value + "\r\n";
        }
    }

    @Provide
    Arbitrary<List<List<Header>>> blocks() {
        Arbitrary<String> names =
                Arbitraries.oneOf(
                        Arbitraries.of("server", "date", "content-type", "etag", "x-a", "cookie"),
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .ofMaxLength(20));
        Arbitrary<String> values =
                Arbitraries.oneOf(
                        Arbitraries.of("", "nginx", "text/html", "0", "W/\"abc\""),
                        Arbitraries.strings().withCharRange('!', '~').ofMaxLength(200),
                        Arbitraries.strings().withCharRange('\u0080', '\u00ff').ofMaxLength(40));
        return Combinators.combine(names, values).as(Header::new).list().ofMaxSize(12).list();
    }

    @Property(tries = 300)
    void blocksOfOneConnectionAreDecodedOneAfterAnother(@ForAll("blocks") List<List<Header>> blocks)
            throws Exception {
        var encoder =
                new DefaultHttp2HeadersEncoder(Http2HeadersEncoder.NEVER_SENSITIVE, false, 16, 0);
        var decoder = new HpackDecoder(4096, 1 << 16);
        for (List<Header> block : blocks) {
            var headers = new DefaultHttp2Headers(false);
            var lines = new StringBuilder();
            for (Header header : block) {
                headers.add(header.name(), header.value());
            }
            headers.forEach(
                    it ->
                            lines.append(it.getKey())
                                    .append(": ")
                                    .append(it.getValue())
                                    .append("\r\n"));
            var encoded = Unpooled.buffer();
            encoder.encodeHeaders(3, headers, encoded);
            byte[] bytes = new byte[encoded.readableBytes()];
            encoded.readBytes(bytes);
            var out = new ByteWriter();
            decoder.decode(bytes, 0, bytes.length, out, (_, _, _) -> {});

            assertThat(new String(out.toByteArray(), ISO_8859_1)).isEqualTo(lines.toString());
        }
    }

    @Property(tries = 300)
    void requestsAreUnderstood(
            @ForAll("blocks") List<List<Header>> blocks,
            @ForAll("targets") String target,
            @ForAll boolean tls,
            @ForAll @IntRange(max = 10_000) int tableBytesMax)
            throws Exception {
        var decoder = new DefaultHttp2HeadersDecoder(false);
        var shortener = new BlockShortener();
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            if (i == blocks.size() / 2) {
                decoder.maxHeaderTableSize(tableBytesMax);
                shortener.limit(tableBytesMax);
            }
            var head =
                    new StringBuilder("PATCH " + target + " HTTP/1.1\r\nHost: shop.test:8080\r\n");
            head.append("Connection: close\r\nTransfer-Encoding: chunked\r\n");
            block.forEach(it -> head.append(it.line()));
            byte[] bytes = head.append("\r\n").toString().getBytes(ISO_8859_1);
            var out = new ByteWriter();
            RequestEncoder.encode(bytes, bytes.length, tls, out);
            var sent = new ByteWriter();
            shortener.shorten(out.array(), out.length(), sent);
            var headers = decoder.decodeHeaders(3, Unpooled.wrappedBuffer(sent.toByteArray()));

            assertThat(headers.method()).hasToString("PATCH");
            assertThat(headers.path()).hasToString(target);
            assertThat(headers.authority()).hasToString("shop.test:8080");
            assertThat(headers.scheme()).hasToString(tls ? "https" : "http");
            assertThat(headers.size()).isEqualTo(4 + block.size());
            for (Header header : block) {
                assertThat(headers.getAll(header.name()))
                        .anySatisfy(it -> assertThat(it).hasToString(header.value()));
            }
        }
    }

    @Provide
    Arbitrary<String> targets() {
        return Arbitraries.oneOf(
                Arbitraries.of("/", "/index.html"),
                Arbitraries.strings().withCharRange('!', '~').ofMaxLength(300).map(it -> "/" + it));
    }
}
