package districtkpi.importer.template;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes what the library leaves out of a workbook: how far its sheets reach, and the results
 * beside its formulas. Programs that do not calculate, and Excel's Protected View, would show the
 * first cell alone, or nothing where a formula is. The time of day, which the library adds, is left
 * out, so that the same sheets give the same bytes.
 *
 * @see "Decision record 0042: results beside the formulas that we write"
 */
public final class FinishedWorkbook {

    /** The earliest that an archive can say; when the file was written is nobody's business. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";
    private static final XMLInputFactory READING = reading();
    private static final XMLOutputFactory WRITING = new WstxOutputFactory();

    private FinishedWorkbook() {}

    /** What the formulas of a workbook give. */
    @FunctionalInterface
    public interface Results {

        /**
         * What a formula gives: a {@link String}, {@link Boolean} or finite {@link Double}.
         *
         * @param address such as {@code B7}
         */
        Object of(String sheet, String address);
    }

    private static XMLInputFactory reading() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * Writes a workbook that the library wrote into a file, and leaves the stream open.
     *
     * @param results from all that was written
     */
    public static void write(
            Path written, Function<List<WrittenSheet>, Results> results, OutputStream out)
            throws IOException {
        ZipOutputStream archive = new ZipOutputStream(out);
        // The library's archives say their sizes at the end only, so they are read from a file.
        try (ZipFile parts = new ZipFile(written.toFile());
                WrittenFormulas formulas = new WrittenFormulas()) {
            Map<String, WrittenSheet> sheets = sheets(parts, formulas);
            formulas.finish();
            Results known = results.apply(List.copyOf(sheets.values()));
            for (ZipEntry part : Collections.list(parts.entries())) {
                ZipEntry entry = new ZipEntry(part.getName());
                entry.setTimeLocal(NO_TIME);
                archive.putNextEntry(entry);
                try (InputStream content = parts.getInputStream(part)) {
                    WrittenSheet sheet = sheets.get(part.getName());
                    if (sheet != null) {
                        finish(content, sheet, known, archive);
                    } else if (part.getName().equals(PROPERTIES)) {
                        archive.write(withoutTime(content.readAllBytes()));
                    } else {
                        content.transferTo(archive);
                    }
                }
                archive.closeEntry();
            }
        } catch (XMLStreamException e) {
            throw new IOException("The library wrote no XML into " + written, e);
        }
        archive.finish();
    }

    private static byte[] withoutTime(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** By the names of their parts, which the library numbers from 1. */
    private static Map<String, WrittenSheet> sheets(ZipFile parts, WrittenFormulas formulas)
            throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        read(parts, "xl/sharedStrings.xml", "t", xml -> texts.add(xml.getElementText()));
        List<String> names = new ArrayList<>();
        read(
                parts,
                "xl/workbook.xml",
                "sheet",
                xml -> names.add(xml.getAttributeValue("", "name")));
        Map<String, WrittenSheet> sheets = new LinkedHashMap<>();
        for (String name : names) {
            String part = "xl/worksheets/sheet" + (sheets.size() + 1) + ".xml";
            WrittenSheet sheet = new WrittenSheet(name, formulas);
            read(parts, part, "c", xml -> addCell(sheet, xml, texts));
            sheets.put(part, sheet);
        }
        return sheets;
    }

    private static void addCell(WrittenSheet sheet, XMLStreamReader xml, List<String> texts)
            throws IOException, XMLStreamException {
        String address = xml.getAttributeValue("", "r");
        String type = xml.getAttributeValue("", "t");
        if (xml.next() == XMLStreamConstants.END_ELEMENT) {
            sheet.empty(address);
            return;
        }
        boolean isFormula = xml.getLocalName().equals("f");
        String content = xml.getElementText();
        if (isFormula) {
            sheet.formula(address, content);
            return;
        }
        sheet.value(
                address,
                switch (type) {
                    case "s" -> texts.get(Integer.parseInt(content));
                    case "b" -> content.equals("1");
                    case "n" -> Double.valueOf(content);
                    default -> throw new XMLStreamException("Type " + type + " of " + address);
                });
    }

    /** Is told of an element. */
    @FunctionalInterface
    private interface Listener {

        void start(XMLStreamReader xml) throws IOException, XMLStreamException;
    }

    private static void read(ZipFile parts, String part, String element, Listener listener)
            throws IOException, XMLStreamException {
        try (InputStream in = parts.getInputStream(parts.getEntry(part))) {
            XMLStreamReader xml = READING.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    listener.start(xml);
                }
            }
        }
    }

    /** The same sheet with what was left out. */
    private static void finish(
            InputStream in, WrittenSheet sheet, Results results, OutputStream out)
            throws XMLStreamException {
        XMLStreamReader from = READING.createXMLStreamReader(in);
        XMLStreamWriter to = WRITING.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        String address = "";
        Object result = "";
        to.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        while (from.hasNext()) {
            switch (from.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (from.getLocalName().equals("c")) {
                        address = from.getAttributeValue("", "r");
                    }
                    if (from.getLocalName().equals("f")) {
                        result = results.of(sheet.name(), address);
                        // Of the cell, which is begun.
                        to.writeAttribute("t", type(result));
                    }
                    copyStart(from, to, sheet);
                }
                case XMLStreamConstants.CHARACTERS -> to.writeCharacters(from.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    to.writeEndElement();
                    if (from.getLocalName().equals("f")) {
                        to.writeStartElement("v");
                        to.writeCharacters(content(result));
                        to.writeEndElement();
                    }
                }
                default -> {}
            }
        }
        to.writeEndDocument();
        // Not of the stream below.
        to.close();
    }

    private static void copyStart(XMLStreamReader from, XMLStreamWriter to, WrittenSheet sheet)
            throws XMLStreamException {
        String name = from.getLocalName();
        to.writeStartElement(from.getPrefix(), name, from.getNamespaceURI());
        for (int i = 0; i < from.getNamespaceCount(); i++) {
            to.writeNamespace(from.getNamespacePrefix(i), from.getNamespaceURI(i));
        }
        for (int i = 0; i < from.getAttributeCount(); i++) {
            to.writeAttribute(
                    from.getAttributePrefix(i),
                    from.getAttributeNamespace(i),
                    from.getAttributeLocalName(i),
                    name.equals("dimension") ? sheet.dimension() : from.getAttributeValue(i));
        }
    }

    private static String type(Object result) {
        return switch (result) {
            case Double _ -> "n";
            case Boolean _ -> "b";
            default -> "str";
        };
    }

    private static String content(Object result) {
        return switch (result) {
            case Boolean flag -> flag ? "1" : "0";
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
                    String.valueOf(number.longValue());
            default -> result.toString();
        };
    }
}
