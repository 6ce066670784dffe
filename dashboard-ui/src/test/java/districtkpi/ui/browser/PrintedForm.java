package districtkpi.ui.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** A form as the browser printed it: what is on its pages, read back from the PDF. */
final class PrintedForm implements AutoCloseable {

    /** Each fine enough for a code of 26 mm. */
    private static final List<Float> SCAN_DPI = List.of(200f, 150f, 300f);

    /** The part of a mark that the typeface lets touch its letter; it is a twenty-fifth at most. */
    private static final double MEANT = 0.08;

    /** Vowels and marks that stand above or below a letter. */
    private static final Pattern MARKS = Pattern.compile("[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]+");

    /**
     * What the PDF calls a glyph that its font has no character for: a mark that had to be raised
     * over another, moved aside for a tall letter, or drawn as one with another.
     */
    static final String MOVED = "\0";

    /** Marks above a letter, as they are or moved. */
    private static final Pattern ABOVE =
            Pattern.compile("[\u0E31\u0E34-\u0E37\u0E47-\u0E4E" + MOVED + "]");

    private final PDDocument document;

    private PrintedForm(PDDocument document) {
        this.document = document;
    }

    static PrintedForm read(byte[] pdf) {
        try {
            return new PrintedForm(Loader.loadPDF(pdf));
        } catch (IOException e) {
            throw new AssertionError("Not a PDF", e);
        }
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /** The sizes of its pages in millimetres, such as {@code 210×297}. */
    Set<String> sizes() {
        Set<String> sizes = new TreeSet<>();
        for (PDPage page : document.getPages()) {
            PDRectangle box = page.getMediaBox();
            sizes.add(millimetres(box.getWidth()) + "×" + millimetres(box.getHeight()));
        }
        return sizes;
    }

    private static long millimetres(float points) {
        return Math.round(points / 72 * 25.4);
    }

    /** What each page says, as {@link #plain} has it. */
    List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int page = 1; page <= pages(); page++) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            texts.add(plain(stripper.getText(document)));
        }
        return texts;
    }

    /**
     * A text without spaces and without what stands above its letters: a PDF has moved marks as
     * drawings only. {@link #stacks} looks at those.
     */
    static String plain(String text) {
        return ABOVE.matcher(text.replaceAll("\\s+", "").replace('\u0E33', '\u0E32'))
                .replaceAll("");
    }

    /** The names of all fonts, and whether each is embedded. */
    Set<String> fonts() throws IOException {
        Set<String> fonts = new TreeSet<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                fonts.add(font.getName() + (font.isEmbedded() ? "" : " (not embedded)"));
            }
        }
        return fonts;
    }

    /**
     * What a QR code on a page says; absent where there is none. As a telephone does, it looks
     * again where one picture cannot be read: of one picture a reader fails at about one text of
     * 300.
     */
    Optional<String> code(int page) throws IOException {
        for (float dpi : SCAN_DPI) {
            BufferedImage image =
                    new PDFRenderer(document).renderImageWithDPI(page, dpi, ImageType.GRAY);
            int[] pixels =
                    image.getRGB(
                            0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            BinaryBitmap scanned =
                    new BinaryBitmap(
                            new HybridBinarizer(
                                    new RGBLuminanceSource(
                                            image.getWidth(), image.getHeight(), pixels)));
            try {
                return Optional.of(new QRCodeReader().decode(scanned).getText());
            } catch (ReaderException _) {
                // The next picture may be better.
            }
        }
        return Optional.empty();
    }

    /**
     * One glyph where it was drawn.
     *
     * @param text what it stands for, or {@link #MOVED}
     * @param ink its outline on the page
     */
    record Glyph(String text, Area ink) {

        boolean isMark() {
            return text.equals(MOVED) || MARKS.matcher(text).matches();
        }

        private boolean isLetter() {
            return text.length() == 1 && text.charAt(0) >= '\u0E01' && text.charAt(0) <= '\u0E2E';
        }

        /**
         * Whether ink of it lies on another, beyond what the typeface means: the curl of ั touches
         * the stem of ป.
         */
        private boolean runsInto(Glyph other) {
            Area both = new Area(ink);
            both.intersect(other.ink);
            return size(both) > MEANT * size(ink);
        }

        private static double size(Area area) {
            return area.getBounds2D().getWidth() * area.getBounds2D().getHeight();
        }

        /** Whether it stands over, under or leaning against a letter, and not beside it. */
        private boolean isAt(Glyph letter) {
            double middle = ink.getBounds2D().getCenterX();
            double width = letter.ink.getBounds2D().getWidth();
            return middle > letter.ink.getBounds2D().getMinX() - width / 4
                    && middle < letter.ink.getBounds2D().getMaxX() + width / 4;
        }
    }

    /** A letter with the marks that belong to it. */
    record Stack(Glyph letter, List<Glyph> marks) {

        String text() {
            return letter.text() + marks.stream().map(Glyph::text).collect(Collectors.joining());
        }

        /**
         * Whether every mark is at its letter, and no ink of it runs into the letter or another.
         */
        boolean sitsRight() {
            for (int i = 0; i < marks.size(); i++) {
                Glyph mark = marks.get(i);
                if (!mark.isAt(letter) || mark.runsInto(letter)) {
                    return false;
                }
                if (marks.subList(0, i).stream().anyMatch(mark::runsInto)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** All letters that have marks, as they were drawn. */
    List<Stack> stacks() throws IOException {
        List<Glyph> glyphs = new ArrayList<>();
        PDFTextStripper reader =
                new PDFTextStripper() {
                    @Override
                    protected void showGlyph(
                            Matrix place, PDFont font, int code, Vector displacement)
                            throws IOException {
                        super.showGlyph(place, font, code, displacement);
                        glyphs.add(glyph(place, font, code));
                    }
                };
        reader.getText(document);
        List<Stack> stacks = new ArrayList<>();
        Optional<Glyph> letter = Optional.empty();
        List<Glyph> marks = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            if (glyph.isMark()) {
                marks.add(glyph);
                continue;
            }
            addStack(letter, marks, stacks);
            marks.clear();
            letter = glyph.isLetter() ? Optional.of(glyph) : Optional.empty();
        }
        addStack(letter, marks, stacks);
        return stacks;
    }

    private static void addStack(Optional<Glyph> letter, List<Glyph> marks, List<Stack> stacks) {
        if (!marks.isEmpty()) {
            stacks.add(
                    new Stack(
                            letter.orElseThrow(
                                    () -> new AssertionError("Marks without a letter: " + marks)),
                            List.copyOf(marks)));
        }
    }

    private static Glyph glyph(Matrix place, PDFont font, int code) throws IOException {
        AffineTransform toPage = place.createAffineTransform();
        toPage.concatenate(font.getFontMatrix().createAffineTransform());
        Area ink =
                font instanceof PDVectorFont drawn
                        ? new Area(drawn.getNormalizedPath(code))
                        : new Area();
        String text = font.toUnicode(code);
        return new Glyph(text == null ? "" : text, ink.createTransformedArea(toPage));
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
