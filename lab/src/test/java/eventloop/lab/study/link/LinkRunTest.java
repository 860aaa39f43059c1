package eventloop.lab.study.link;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.BriefJvm;
import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.ShortLived;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkRunTest {
    @RegisterExtension private final ShortLived shortLived = new ShortLived();

    /// A lab that comes to a cable when it has been told to end, and its hosts have gone.
    static final class EndingLab {
        private static final TwoHosts GONE =
                new TwoHosts(
                        new Host("gone-server", "10.77.0.1"), new Host("gone-load", "10.77.0.2"));

        public static void main(String... arguments) throws Exception {
            Children.endAll();
            new LinkRun(
                            LinkConditions.usual(),
                            List.of(),
                            Path.of("."),
                            Placement.ANYWHERE,
                            System.out::println)
                    .run(GONE, System.out::println);
            System.out.println("done");
        }
    }

    @Test
    void noCableIsLaidWhenTheLabIsAboutToEnd() throws Exception {
        var lab = shortLived.add(Children.start(List.of(), BriefJvm.running(EndingLab.class)));

        assertThat(lab.inputReader().lines()).containsExactly("done");
    }
}
