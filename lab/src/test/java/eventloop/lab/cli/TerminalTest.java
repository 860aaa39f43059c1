package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final InputStream usualInput = System.in;
    private final Charset usualCharset = Terminal.charset();

    /// Other tests run in this JVM.
    @AfterEach
    void standForNobody() {
        System.setIn(usualInput);
        Terminal.standFor(false, usualCharset);
    }

    @Test
    void whatIsTypedIsReadAsTheTerminalWritesIt() throws Exception {
        var korean = Charset.forName("EUC-KR");
        System.setIn(new ByteArrayInputStream("아무도 기다리지 않는다\n".getBytes(korean)));

        Terminal.standFor(true, korean);

        assertThat(Terminal.typed().readLine()).isEqualTo("아무도 기다리지 않는다");
    }
}
