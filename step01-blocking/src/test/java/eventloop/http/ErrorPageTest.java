package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ErrorPageTest {
    @Test
    void aPageSaysWhatIsWrongInASentence() throws IOException {
        var page = ErrorPage.of(Status.NOT_FOUND, "there is no such file");
        assertThat(page.value("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(text(page))
                .contains("<title>404 Not Found</title>", "<p>There is no such file.</p>");
    }

    @Test
    void whatMayWorkLaterSaysWhenToAskAgain() {
        assertThat(ErrorPage.of(Status.SERVICE_UNAVAILABLE, "full").value("Retry-After"))
                .contains("1");
        assertThat(ErrorPage.of(Status.NOT_FOUND, "gone").value("Retry-After")).isEmpty();
    }

    @Test
    void aReasonCannotBecomeMarkup() throws IOException {
        assertThat(text(ErrorPage.of(Status.BAD_REQUEST, "<script>&")))
                .contains("&lt;script&gt;&amp;")
                .doesNotContain("<script>");
    }

    /// It may be the memory that is at an end.
    @Test
    void theHeadOfTheAnswerToAFaultTakesNoMemory() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var target = ByteBuffer.allocate(8192);
        ErrorPage.of(Status.NOT_FOUND, "not this one").putHead(target);

        long before = threads.getCurrentThreadAllocatedBytes();
        ErrorPage.internalError().putHead(target);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isZero();
    }

    private static String text(Response page) throws IOException {
        var socket = new FakeSocket(Integer.MAX_VALUE);
        page.body().send(new Outgoing(8192).beginContent(socket), 0, page.body().length());
        return socket.text();
    }
}
