package io.spate.locust.host;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML as a list of events for Python, which has no parser of its own here. What lies outside of the
 * text is not read, and entities that a text declares itself are not known.
 */
final class Xml {
    private Xml() {}

    /**
     * The events: each is its kind, how many texts it has, and those: {@code start} with a name and
     * attributes by turns, {@code end} with a name, {@code text}, {@code comment}, {@code pi} with
     * target and data, {@code error} with message, line and column.
     */
    static List<String> events(String text) {
        var all = new ArrayList<String>();
        try {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            var reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                add(all, reader.next(), reader);
            }
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            var message = String.valueOf(e.getMessage());
            int last = message.indexOf("Message: ");
            put(
                    all,
                    "error",
                    last < 0 ? message : message.substring(last + 9),
                    String.valueOf(at == null ? 1 : at.getLineNumber()),
                    String.valueOf(at == null ? 0 : at.getColumnNumber()));
        }
        return all;
    }

    private static void add(List<String> all, int kind, XMLStreamReader reader) {
        switch (kind) {
            case XMLStreamConstants.START_ELEMENT -> start(all, reader);
            case XMLStreamConstants.END_ELEMENT ->
                    put(all, "end", named(reader.getPrefix(), reader.getLocalName()));
            case XMLStreamConstants.CHARACTERS,
                    XMLStreamConstants.CDATA,
                    XMLStreamConstants.SPACE ->
                    put(all, "text", reader.getText());
            case XMLStreamConstants.COMMENT -> put(all, "comment", reader.getText());
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    put(all, "pi", reader.getPITarget(), reader.getPIData());
            default -> {
                // The start and the end of the document, and its type.
            }
        }
    }

    /**
     * Names stand with their prefixes, as expat gives them; who wants namespaces works them out.
     */
    private static void start(List<String> all, XMLStreamReader reader) {
        int spaces = reader.getNamespaceCount();
        int attributes = reader.getAttributeCount();
        all.add("start");
        all.add(String.valueOf(1 + 2 * (spaces + attributes)));
        all.add(named(reader.getPrefix(), reader.getLocalName()));
        for (int i = 0; i < spaces; i++) {
            var prefix = Objects.requireNonNullElse(reader.getNamespacePrefix(i), "");
            all.add(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix);
            all.add(Objects.requireNonNullElse(reader.getNamespaceURI(i), ""));
        }
        for (int i = 0; i < attributes; i++) {
            all.add(named(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)));
            all.add(reader.getAttributeValue(i));
        }
    }

    private static String named(@Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private static void put(List<String> all, String kind, String... texts) {
        all.add(kind);
        all.add(String.valueOf(texts.length));
        all.addAll(List.of(texts));
    }
}
