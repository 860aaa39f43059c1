package eventloop.selector;

import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;

/// The handler has the request and has not replied. This is where its reply goes: one that comes twice, or
/// when the client is gone, finds that the connection is elsewhere by now. Loop thread only, but for [#client].
final class Handling implements ConnectionState, Reply {
    /// In bytes: a request up to this size waits for its answer at no cost, as nearly all do.
    private static final int FREE = 1024;

    private final Connection connection;
    private final Request request;
    private volatile Client client;

    /// In bytes: what a budget counts of the request.
    private int counted;

    /// @param halfClosed whether the client has closed its side already, behind several requests
    Handling(Connection connection, Request request, boolean halfClosed) {
        this.connection = connection;
        this.request = request;
        this.client = halfClosed ? Client.HALF_CLOSED : Client.LISTENING;
    }

    @Override
    public Stage stage() {
        return Stage.HANDLING;
    }

    /// Has the budget count what the request keeps: others may work on it for a while.
    ///
    /// @return whether there is room for it
    boolean takeFrom(MemoryBudget budget) {
        int beyond = Math.max(0, request.keptBytes() - FREE);
        boolean hasRoom = budget.take(beyond);
        counted = hasRoom ? beyond : 0;
        return hasRoom;
    }

    void giveBackTo(MemoryBudget budget) {
        budget.giveBack(counted);
        counted = 0;
    }

    Request request() {
        return request;
    }

    @Override
    public void send(Response response) {
        connection.answer(this, response);
    }

    @Override
    public Client client() {
        return client;
    }

    void noteHalfClosed() {
        client = Client.HALF_CLOSED;
    }

    void noteGone() {
        client = Client.GONE;
    }
}
