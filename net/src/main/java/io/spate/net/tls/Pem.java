package io.spate.net.tls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The blocks of a text in PEM (RFC 7468), with the headers that older keys have (RFC 1421). */
final class Pem {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private Pem() {}

    /** One block; what is between two blocks means nothing. */
    record Block(String label, Map<String, String> headers, String base64) {
        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    /**
     * Reads them all.
     *
     * @throws TlsMaterialException where a block does not end or is no base64
     */
    static List<Block> read(byte[] text) throws TlsMaterialException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines =
                new String(text, StandardCharsets.ISO_8859_1).lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(BEGIN) && line.endsWith(DASHES)) {
                String label = line.substring(BEGIN.length(), line.length() - DASHES.length());
                int end = lines.subList(i, lines.size()).indexOf(END + label + DASHES);
                if (end < 0) {
                    throw new TlsMaterialException(
                            "'%s' has no '%s': it is cut off"
                                    .formatted(line, END + label + DASHES));
                }
                blocks.add(block(label, lines.subList(i + 1, i + end)));
                i += end;
            }
        }
        return blocks;
    }

    private static Block block(String label, List<String> lines) throws TlsMaterialException {
        Map<String, String> headers = new HashMap<>();
        StringBuilder base64 = new StringBuilder();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            } else {
                base64.append(line);
            }
        }
        Block block = new Block(label, headers, base64.toString());
        try {
            byte[] _ = block.bytes();
            return block;
        } catch (IllegalArgumentException e) {
            throw new TlsMaterialException(
                    "what stands in its '%s' is no base64".formatted(label), e);
        }
    }
}
