package eventloop.slides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.show.browser.NeedsBrowser;
import eventloop.lab.show.browser.SlidePrinter;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./course slides --pdf` prints.
@NeedsBrowser
class SlidesOnPaperTest {
    /// 1,280 pixels of 1/96 inch, in points.
    private static final float WIDTH = 960;

    /// In bytes: more than a page beside whose picture there is a heading and a list.
    private static final int LETTERS = 15_000;

    @TempDir Path directory;

    @Test
    void everySlideIsAPageFromItsHeadingToItsLastWord() throws Exception {
        var file = directory.resolve("slides.pdf");
        SlidePrinter.print(BuiltDeck.ADDRESS, file);

        var slides = BuiltDeck.slides().toList();
        try (var pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(slides.size());
            for (int i = 0; i < slides.size(); i++) {
                var page = withoutBlanks(text(pdf, i + 1));
                assertThat(pdf.getPage(i).getMediaBox().getWidth()).isEqualTo(WIDTH);
                assertThat(page).contains(withoutBlanks(BuiltDeck.title(slides.get(i))));
                assertThat(page).contains(lastOf(slides.get(i)));
                if (slides.get(i).selectFirst("img") != null) {
                    assertThat(hasPicture(pdf.getPage(i))).as(page).isTrue();
                }
            }
        }
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        assertThatThrownBy(() -> SlidePrinter.print(BuiltDeck.ADDRESS, directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the slides cannot be printed");
    }

    /// What was taken of a screen is an object of the page. A drawing is strokes, 30 KB and more, and the letters
    /// around it are less than 10 KB.
    private static boolean hasPicture(PDPage page) throws IOException {
        return page.getResources().getXObjectNames().iterator().hasNext()
                || page.getContents().readAllBytes().length > LETTERS;
    }

    /// Of two mains the deck shows what stands between the braces.
    private static String lastOf(Element slide) {
        var shown = slide.clone();
        shown.select("aside").remove();
        var text = withoutBlanks(shown.wholeText());
        if (slide.hasClass("columns")) {
            text = text.substring(0, text.lastIndexOf('}'));
        }
        return text.substring(Math.max(0, text.length() - 12));
    }

    private static String text(PDDocument pdf, int page) throws Exception {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    /// A long heading is broken into lines, and Hangul comes a syllable at a time.
    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }
}
