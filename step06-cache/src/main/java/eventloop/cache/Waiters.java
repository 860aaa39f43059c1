package eventloop.cache;

import eventloop.http.Reply.Client;
import eventloop.workers.GuardedReply;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// All who wait for the answer to one enquiry. Loop thread only, but for [#client].
final class Waiters {
    private static final int FEW = 64;

    private final Queue<GuardedReply> all = new ConcurrentLinkedQueue<>();
    private int count;
    private int mostBeforeLook = FEW;

    /// Those who have gone are left out before there are twice as many as at the last look. So where a disk does not
    /// answer, clients that come and go take no more memory than those who stay.
    void add(GuardedReply waiter) {
        if (count == mostBeforeLook) {
            leaveOutGone();
            count = all.size();
            mostBeforeLook = Math.max(FEW, 2 * count);
        }
        all.add(waiter);
        count++;
    }

    /// They are answered as well: then what their connections keep for them is given back.
    private void leaveOutGone() {
        all.removeIf(one -> {
            boolean gone = one.client() == Client.GONE;
            if (gone) {
                one.sendToNobody();
            }
            return gone;
        });
    }

    /// Everybody who waits by now; nobody does afterwards.
    List<GuardedReply> takeAll() {
        var taken = List.copyOf(all);
        all.clear();
        count = 0;
        return taken;
    }

    /// What is known of all of them, taken together. An enquiry for which nobody waits is made for those to come. Any
    /// thread.
    Client client() {
        var together = all.isEmpty() ? Client.LISTENING : Client.GONE;
        for (var waiter : all) {
            var client = waiter.client();
            if (client == Client.LISTENING) {
                return client;
            }
            if (client.compareTo(together) < 0) {
                together = client;
            }
        }
        return together;
    }
}
