package eventloop.exercises.step03.ownserver;

import eventloop.exercises.Why;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Tag("3.6")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnServerTest {
    private static CheckedServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new CheckedServer();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    @Order(1)
    @DisplayName("your server accepts connections")
    @Why("without a listening channel there is nobody to ask")
    void comesUp() {
        server.awaitAcceptance();
    }

    @Test
    @Order(2)
    @DisplayName("level 1: a file server that speaks HTTP/1.1")
    @Why("a loop that loses bytes, or waits in the wrong place, shows with one client already")
    void levelOne() throws IOException {
        server.expectLevel(1);
    }

    @Test
    @Order(3)
    @DisplayName("level 2: a crowd that comes at once")
    @Why("each client that is accepted has to be looked after until it has gone")
    void levelTwo() throws IOException {
        server.expectLevel(2);
    }

    @Test
    @Order(4)
    @DisplayName("level 3: hundreds who wait")
    @Why("this is what a selector is for: who waits costs nobody a turn")
    void levelThree() throws IOException {
        server.expectLevel(3);
    }
}
