package eventloop.lab.study.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.server.Nobody;
import eventloop.lab.study.check.CheckSite;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// At a server that is gone: what was tried there is told all the same.
class VisitTest {
    private Nobody nobody;
    private Visit visit;

    @BeforeEach
    void beginVisit() throws IOException {
        nobody = new Nobody();
        var site = new CheckSite(Path.of(""), "/page.html", "/large.bin", List.of());
        var declared = new Declared(Optional.empty(), Optional.empty());
        visit = new Visit(nobody.address(), site, declared);
    }

    @AfterEach
    void endVisit() throws IOException {
        visit.close();
        nobody.close();
    }

    @Test
    void aRequestIsToldThoughNobodyAcceptsItsConnection() {
        assertThatThrownBy(() -> visit.get("/page.html")).isInstanceOf(ConnectException.class);

        assertThat(visit.sent()).startsWith("GET /page.html");
        assertThat(visit.tryIt()).startsWith("curl ");
    }

    @Test
    void aConnectionIsToldWhereNothingIsSentYet() {
        assertThatThrownBy(visit::connect).isInstanceOf(ConnectException.class);

        assertThat(visit.sent()).isEqualTo("connects");
    }
}
