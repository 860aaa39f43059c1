package eventloop.contract;

import eventloop.server.Server;
import eventloop.server.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// The one behaviour of all seven servers. A step extends this class, says how it is started, and runs
/// every test below against itself:
///
/// ```java
/// class MyContractTest extends HttpContract {
///     @Override
///     protected Server start(Settings settings, String... options) throws Exception { … }
///
///     @Override
///     protected Class<?> mainClass() { … }
/// }
/// ```
///
/// Nothing is skipped in a step that lacks a later step's piece. Conditions and ranges are the client's
/// wish and not its right: a server without them answers such a request as if they were not there, and
/// that is what is tested then.
public abstract class HttpContract {
    private static Site site;

    /// Starts this step's server, wired as its `main` does it with these options of its own.
    protected abstract Server start(Settings settings, String... options) throws Exception;

    /// The same with room for so many clients at once.
    final Server start(Settings settings, int clients) throws Exception {
        return start(settings, roomFor(clients));
    }

    /// The options with which it has room for so many clients at once. A step overrides it that keeps something
    /// for each client and has a limit to that.
    protected String[] roomFor(int clients) {
        return new String[0];
    }

    /// The class whose `main` runs this step's server as a program.
    protected abstract Class<?> mainClass();

    /// An option of this step with a value that it cannot have.
    protected String impossibleOption() {
        return "--port=65536";
    }

    /// Whether files come with `ETag` and `Last-Modified`, and conditions on them are met (step 6 on).
    protected boolean sendsValidators() {
        return false;
    }

    /// Whether a part of a file can be asked for (step 7 on).
    protected boolean servesRanges() {
        return false;
    }

    @BeforeAll
    static void makeSite(@TempDir Path directory) throws Exception {
        site = Site.in(directory);
    }

    static Site site() {
        return site;
    }

    @Nested
    class Messages extends MessageTopic {
        Messages() {
            super(HttpContract.this);
        }
    }

    @Nested
    class Framing extends FramingTopic {
        Framing() {
            super(HttpContract.this);
        }
    }

    @Nested
    class RequestBodies extends RequestBodyTopic {
        RequestBodies() {
            super(HttpContract.this);
        }
    }

    @Nested
    class Methods extends MethodTopic {
        Methods() {
            super(HttpContract.this);
        }
    }

    @Nested
    class Persistence extends PersistenceTopic {
        Persistence() {
            super(HttpContract.this);
        }
    }

    @Nested
    class Pipelining extends PipeliningTopic {
        Pipelining() {
            super(HttpContract.this);
        }
    }

    @Nested
    class Paths extends PathTopic {
        Paths() {
            super(HttpContract.this);
        }
    }

    @Nested
    class Escapes extends EscapeTopic {
        Escapes() {
            super(HttpContract.this);
        }
    }

    @Nested
    class Files extends FileTopic {
        Files() {
            super(HttpContract.this);
        }
    }

    @Nested
    class Conditions extends ConditionTopic {
        Conditions() {
            super(HttpContract.this);
        }
    }

    @Nested
    class Ranges extends RangeTopic {
        Ranges() {
            super(HttpContract.this);
        }
    }

    @Nested
    class Limits extends LimitTopic {
        Limits() {
            super(HttpContract.this);
        }
    }

    @Nested
    class Timeouts extends TimeoutTopic {
        Timeouts() {
            super(HttpContract.this);
        }
    }

    @Nested
    class StalledReaders extends StalledReadersTopic {
        StalledReaders() {
            super(HttpContract.this);
        }
    }

    @Nested
    class Closing extends ClosingTopic {
        Closing() {
            super(HttpContract.this);
        }
    }

    @Nested
    class Faults extends FaultTopic {
        Faults() {
            super(HttpContract.this);
        }
    }

    @Nested
    class Processes extends ProcessTopic {
        Processes() {
            super(HttpContract.this);
        }
    }
}
