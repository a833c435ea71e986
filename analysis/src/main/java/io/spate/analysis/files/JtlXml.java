package io.spate.analysis.files;

import io.spate.analysis.files.source.ResultFileException;
import io.spate.analysis.files.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads JMeter's results as XML: the samples at the top; those within them are their parts. */
final class JtlXml {
    private JtlXml() {}

    static boolean recognizes(String beginning) {
        return beginning.startsWith("<") && beginning.contains("<testResults");
    }

    static ResultFile read(Source source) throws ResultFileException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var requests = new JtlRequests(source);
        var notices = new ArrayList<String>();
        try {
            var xml = factory.createXMLStreamReader(source.in(), "UTF-8");
            try {
                samples(xml, requests);
            } catch (XMLStreamException e) {
                if (!source.endsWithout("</testResults>")) {
                    throw e;
                }
                notices.add(Notices.cutOff(line(e)));
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw source.failed(io);
            }
            throw source.corrupt(line(e), "this is no valid XML");
        }
        return requests.read(FileFormat.JTL_XML, notices);
    }

    private static void samples(XMLStreamReader xml, JtlRequests requests)
            throws XMLStreamException, ResultFileException {
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    var name = xml.getLocalName();
                    if (depth == 2 && List.of("httpSample", "sample").contains(name)) {
                        requests.take(sample(xml), xml.getLocation().getLineNumber());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private static JtlRequests.Sample sample(XMLStreamReader xml) {
        return new JtlRequests.Sample(
                attribute(xml, "ts"),
                attribute(xml, "t"),
                attribute(xml, "lb"),
                attribute(xml, "rc"),
                attribute(xml, "rm"),
                attribute(xml, "s"),
                "",
                attribute(xml, "na"));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static long line(XMLStreamException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
    }
}
