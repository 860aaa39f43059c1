package eventloop.exercises.step03.ownserver;

import eventloop.faults.FaultBarrier;
import eventloop.files.DocumentRoot;
import eventloop.files.FileHandler;
import eventloop.files.FileResponder;
import eventloop.files.SlowDisk;
import eventloop.http.ErrorPage;
import eventloop.http.GetAndHeadOnly;
import eventloop.http.Handler;
import eventloop.http.Limits;
import eventloop.http.Method;
import eventloop.http.Outgoing;
import eventloop.http.Parsed;
import eventloop.http.Persistence;
import eventloop.http.Request;
import eventloop.http.RequestParser;
import eventloop.http.Response;
import eventloop.http.ResponseWriter;
import eventloop.http.ResponseWriter.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/// What is said between the server and one client, in HTTP as step 1 has it. It waits for nothing: reading, writing
/// and waiting are yours. One for each client; one thread.
final class Talk {
    private static final int OUTPUT_SIZE = 128 * 1024;
    private static final Outgoing OUT = new Outgoing(OUTPUT_SIZE);

    private final RequestParser parser = new RequestParser(Limits.DEFAULT);
    private final FaultBarrier pages;

    /// @param pages from [#pagesIn]
    Talk(Handler pages) {
        this.pages = new FaultBarrier(pages);
    }

    /// The files in a directory, for all clients.
    static Handler pagesIn(Path directory) throws IOException {
        var root = DocumentRoot.at(directory, SlowDisk.NONE);
        return new GetAndHeadOnly(new FileHandler(root, FileResponder.READ_WHILE_SENDING));
    }

    /// The answer to the next request.
    ///
    /// @param received what was read from the client, ready to be taken out (flipped); what belongs to a later request
    ///     is left in it
    /// @return nothing if the request is not complete yet: then everything has been taken out and is remembered
    Optional<Answer> next(ByteBuffer received) {
        return switch (parser.parse(received)) {
            case Parsed.NeedMore _ -> Optional.empty();
            case Request request ->
                    Optional.of(
                            new Answer(
                                    pages.answer(request),
                                    Persistence.after(request, true),
                                    request.method()));
            case Parsed.Refused refused ->
                    Optional.of(
                            new Answer(
                                    ErrorPage.of(refused.status(), refused.reason()),
                                    Persistence.CLOSED,
                                    refused.method()));
        };
    }

    /// One answer on its way out.
    static final class Answer {
        private final ResponseWriter writer;

        private Answer(Response response, Persistence persistence, Method asked) {
            writer = new ResponseWriter(response, persistence, asked);
        }

        /// Writes what the socket takes now, and remembers how far it came.
        ///
        /// @return whether all of it is written; if not, the socket is full
        boolean writeTo(SocketChannel client) throws IOException {
            var progress = Progress.MORE;
            while (progress == Progress.MORE) {
                progress = writer.writeTo(client, OUT, () -> {});
            }
            if (progress == Progress.DONE) {
                writer.close();
            }
            return progress == Progress.DONE;
        }

        /// Whether it is the last on its connection, which is to be closed behind it.
        boolean isLast() {
            return writer.closesConnection();
        }

        /// For a client that has gone before all was written: closes the file.
        void giveUp() throws IOException {
            writer.close();
        }
    }
}
