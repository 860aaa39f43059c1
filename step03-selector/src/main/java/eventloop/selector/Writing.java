package eventloop.selector;

import eventloop.http.Outgoing;
import eventloop.http.ResponseWriter;
import eventloop.http.ResponseWriter.Progress;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/// A response is on its way: the sending half of a [Connection], as [Incoming] is the receiving one. Loop thread only.
final class Writing implements ConnectionState, Runnable {
    private final Connection connection;
    private final ResponseWriter writer;
    private final boolean inputMayCome;

    /// Whether the client's time to read is over, so that it has to take something of what is offered now.
    private boolean overdue;

    /// @param inputMayCome whether the client may send on if the connection closes behind the response
    Writing(Connection connection, ResponseWriter writer, boolean inputMayCome) {
        this.connection = connection;
        this.writer = writer;
        this.inputMayCome = inputMayCome;
    }

    @Override
    public Stage stage() {
        return Stage.WRITING;
    }

    /// Sends what the socket takes, at most one share of it.
    Progress writeTo(SocketChannel client, Outgoing out) throws IOException {
        return writer.writeTo(client, out, this);
    }

    /// Called by the body, as its `whenReady`: this is a [Runnable] itself so that a write makes no object for it.
    @Override
    public void run() {
        connection.onBodyReady(this);
    }

    /// Whether its socket would take more at once: what was sent was only this turn's share.
    boolean hasMore() {
        return writer.progress() == Progress.MORE;
    }

    void becomeOverdue() {
        overdue = true;
    }

    /// Lets the client's time to read begin anew, unless it was over and the client took nothing all the same.
    ///
    /// @return whether it has begun anew
    boolean grantTime() {
        boolean granted = !overdue || !writer.isStuck();
        overdue = false;
        return granted;
    }

    boolean closesConnection() {
        return writer.closesConnection();
    }

    boolean inputMayCome() {
        return inputMayCome;
    }

    /// Closes the response, whether all of it has been sent or not.
    void close() throws IOException {
        writer.close();
    }
}
