package eventloop.selector;

import eventloop.http.ErrorPage;
import eventloop.http.HeaderName;
import eventloop.http.Parsed;
import eventloop.http.Persistence;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.ResponseWriter;
import eventloop.http.ResponseWriter.Progress;
import eventloop.selector.ConnectionState.Handling;
import java.io.IOException;
import java.nio.channels.SelectionKey;

/// The answering half of a [Connection]: a response on its way to the client. Loop thread only.
///
/// @param lingers if the connection closes behind the response, whether input may still come
record Writing(Connection connection, ResponseWriter writer, boolean lingers)
        implements ConnectionState, Runnable {

    /// The handler's answer to a request.
    static Writing answer(Handling handling, Response response) {
        var request = handling.request();
        var connection = handling.connection();
        var persistence = Persistence.after(request, connection.loop().keepsConnections());
        var writer = new ResponseWriter(response, persistence, request.isHead());
        boolean lingers = connection.hasUnread() || maySendMore(request);
        return new Writing(connection, writer, lingers);
    }

    /// Whether the client of a last request may go on sending, for want of knowing that it is the last.
    private static boolean maySendMore(Request request) {
        return request.wantsKeepAlive() || request.headers().has(HeaderName.EXPECT);
    }

    /// The answer to what is no request.
    static Writing refusal(Connection connection, Parsed.Refused refused) {
        var page = ErrorPage.of(refused.status(), refused.reason());
        var writer = new ResponseWriter(page, Persistence.CLOSED, refused.toHead());
        return new Writing(connection, writer, true);
    }

    /// Sends one share of it.
    // tag::write[]
    void write() throws IOException {
        switch (writer.writeTo(connection.channel(), connection.loop().buffers().output(), this)) {
            case DONE -> finish();
            case MORE, SOCKET_FULL -> connection.awaitReader();
            case BODY_NOT_READY -> connection.awaitDisk();
        }
    }

    // end::write[]

    private void finish() throws IOException {
        connection.awaitRequest();
        close();
        if (writer.closesConnection()) {
            connection.end(lingers);
        }
    }

    boolean canGoOn() {
        return writer.progress() == Progress.MORE;
    }

    /// Readiness to write is asked for only while something waits to be written: a socket nearly always has
    /// room, and would be ready on every round.
    @Override
    public int interest() {
        return writer.progress() == Progress.SOCKET_FULL ? SelectionKey.OP_WRITE : NOTHING;
    }

    /// Whether the client's socket takes nothing at all.
    boolean isStuck() {
        return writer.isStuck();
    }

    /// Gives back what the body holds.
    void close() throws IOException {
        writer.close();
    }

    /// The body has what it waited for.
    @Override
    public void run() {
        connection.goOnWith(this);
    }
}
