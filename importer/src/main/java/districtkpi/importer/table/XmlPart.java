package districtkpi.importer.table;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * The XML of a part of a workbook, event by event. No entities, nothing from elsewhere; names,
 * attributes and depth are bounded, so that memory is.
 */
final class XmlPart implements AutoCloseable {

    private static final int MAX_ATTRIBUTE_LENGTH = 1 << 16;
    private static final int MAX_NAMES = 1_000;
    private static final int MAX_DEPTH = 100;

    private static final WstxInputFactory FACTORY = factory();

    private final String part;
    private final CountedStream bytes;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();

    private final boolean withComments;

    /**
     * @param part its name, for messages
     */
    XmlPart(String part, InputStream in) {
        this(part, in, false);
    }

    /**
     * @param withComments whether comments and instructions, which no program reads, are events
     */
    XmlPart(String part, InputStream in, boolean withComments) {
        this.part = part;
        this.withComments = withComments;
        this.bytes = new CountedStream(new BoundedWords(in));
        try {
            // Parts of workbooks are UTF-8; another encoding could hide what is bounded here.
            this.xml = FACTORY.createXMLStreamReader(bytes, "UTF-8");
        } catch (XMLStreamException e) {
            throw WorkbookFault.damagedPart(0, part);
        }
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // A text is a text, however it is written.
        factory.setProperty(XMLInputFactory2.P_REPORT_CDATA, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_LENGTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 100);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        return factory;
    }

    /** Goes on to the next event; false at the end. */
    boolean next() {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw WorkbookFault.damagedPart(0, part);
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    countNames();
                }
                if (withComments
                        || (event != XMLStreamConstants.COMMENT
                                && event != XMLStreamConstants.PROCESSING_INSTRUCTION)) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            throw e instanceof UnreadableFileException refusal
                    ? refusal
                    : WorkbookFault.damagedPart(0, part);
        }
    }

    /** The parser keeps every name that it has seen. */
    private void countNames() {
        names.add(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        if (names.size() > MAX_NAMES) {
            throw WorkbookFault.damagedPart(0, part);
        }
    }

    boolean isStart() {
        return xml.isStartElement();
    }

    boolean isEnd() {
        return xml.isEndElement();
    }

    boolean isText() {
        return xml.isCharacters();
    }

    /** Of the element that starts or ends, without prefix. */
    String name() {
        return xml.getLocalName();
    }

    boolean starts(String name) {
        return isStart() && name.equals(name());
    }

    boolean ends(String name) {
        return isEnd() && name.equals(name());
    }

    /** Appends the text of the event at hand. */
    void appendText(StringBuilder text) {
        try {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        } catch (WstxLazyException e) {
            throw WorkbookFault.damagedPart(0, part);
        }
    }

    /** What a comment or an instruction says; empty for anything else. */
    String comment() {
        try {
            return switch (xml.getEventType()) {
                case XMLStreamConstants.COMMENT -> xml.getText();
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        Objects.requireNonNullElse(xml.getPIData(), "");
                default -> "";
            };
        } catch (WstxLazyException e) {
            throw WorkbookFault.damagedPart(0, part);
        }
    }

    int attributeCount() {
        return xml.getAttributeCount();
    }

    /** Without prefix. */
    String attributeName(int index) {
        return xml.getAttributeLocalName(index);
    }

    String attributeValue(int index) {
        return xml.getAttributeValue(index);
    }

    /** An attribute without a prefix. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue("", name));
    }

    /** The attribute of a namespace, whichever it is: strict workbooks have others. */
    Optional<String> attributeOfNamespace(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals(name)
                    && namespace != null
                    && !namespace.isEmpty()) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** Whether the value of an attribute means yes. */
    static boolean isTrue(String value) {
        return value.equals("1") || value.equalsIgnoreCase("true");
    }

    long bytesRead() {
        return bytes.count();
    }

    @Override
    public void close() {
        try {
            xml.close();
            bytes.close();
        } catch (XMLStreamException | IOException e) {
            throw WorkbookFault.damagedPart(0, part);
        }
    }

    /** Refuses names and references without end, which the parser would collect. */
    private static final class BoundedWords extends FilterInputStream {

        /** More bytes than the longest text of a cell has. */
        private static final int MAX_LENGTH = 1 << 18;

        private int run;

        BoundedWords(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            for (int i = offset; i < offset + read; i++) {
                byte b = bytes[i];
                run = b == '<' || b == '>' || b == '"' || b == '\'' || b == ' ' ? 0 : run + 1;
                if (run > MAX_LENGTH) {
                    throw new IOException("A word without end");
                }
            }
            return read;
        }
    }
}
