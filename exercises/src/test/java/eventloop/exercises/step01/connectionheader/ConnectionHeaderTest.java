package eventloop.exercises.step01.connectionheader;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.exercises.Why;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Tag("1.2")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConnectionHeaderTest {
    @Test
    @Order(1)
    @DisplayName("without a header HTTP/1.1 stays and HTTP/1.0 closes")
    @Why("silence means what the version says")
    void silence() {
        expect("HTTP/1.1", "stays");
        expect("HTTP/1.0", "closes");
    }

    @Test
    @Order(2)
    @DisplayName("one word is understood")
    @Why("the usual case")
    void oneWord() {
        expect("HTTP/1.1", "closes", "close");
        expect("HTTP/1.0", "stays", "keep-alive");
    }

    @Test
    @Order(3)
    @DisplayName("close is found in a list")
    @Why("clients that upgrade, or send trailers, name more than one thing")
    void list() {
        expect("HTTP/1.1", "closes", "TE, close");
        expect("HTTP/1.1", "closes", "Upgrade,\tclose ,TE");
        expect("HTTP/1.0", "stays", "Upgrade, keep-alive");
        expect("HTTP/1.0", "stays", "keep-alive, Upgrade");
    }

    @Test
    @Order(4)
    @DisplayName("it may come in several lines")
    @Why("a list that is split over lines is the same list")
    void lines() {
        expect("HTTP/1.1", "closes", "TE", "close");
        expect("HTTP/1.1", "closes", "close", "TE");
        expect("HTTP/1.0", "stays", "TE", "keep-alive");
        expect("HTTP/1.0", "stays", "keep-alive", "TE");
    }

    @Test
    @Order(5)
    @DisplayName("large and small letters are the same")
    @Why("the words of this header have no case")
    void letters() {
        expect("HTTP/1.1", "closes", "Close");
        expect("HTTP/1.0", "stays", "Keep-Alive");
    }

    @Test
    @Order(6)
    @DisplayName("close wins")
    @Why("who has said close sends nothing more, and may wait for the end")
    void closeWins() {
        expect("HTTP/1.0", "closes", "keep-alive, close");
        expect("HTTP/1.1", "closes", "close, keep-alive");
        expect("HTTP/1.0", "closes", "close, keep-alive");
        expect("HTTP/1.0", "closes", "keep-alive", "close");
        expect("HTTP/1.0", "closes", "close", "keep-alive");
    }

    @Test
    @Order(7)
    @DisplayName("a word that contains close is another word")
    @Why("a list has elements, and not pieces of text")
    void otherWords() {
        expect("HTTP/1.1", "stays", "x-close, close-x, disclose");
        expect("HTTP/1.0", "closes", "keep-alive-not");
        expect("HTTP/1.1", "stays", "", " , ");
    }

    private static void expect(String version, String what, String... lines) {
        boolean stays = ConnectionHeader.wantsToStay(version, List.of(lines));
        assertThat(stays ? "stays" : "closes")
                .as("%s with %s", version, asSent(lines))
                .isEqualTo(what);
    }

    private static String asSent(String... lines) {
        return lines.length == 0
                ? "no such header"
                : "Connection: " + String.join(" and Connection: ", lines);
    }
}
