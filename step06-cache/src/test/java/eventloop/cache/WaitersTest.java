package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.http.Headers;
import eventloop.http.Method;
import eventloop.http.Reply;
import eventloop.http.Reply.Client;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.UrlPath;
import eventloop.http.Version;
import eventloop.workers.GuardedReply;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitersTest {
    private static final Request REQUEST =
            new Request(Method.GET, new UrlPath("/a", ""), Version.HTTP_1_1, true, Headers.NONE);

    private final Waiters waiters = new Waiters();
    private final AtomicInteger answers = new AtomicInteger();

    @Test
    void ofThousandsWhoHaveGoneOnlyAFewAreKept() {
        var staying = waiter(Client.LISTENING);
        waiters.add(staying);
        for (int i = 0; i < 5_000; i++) {
            waiters.add(waiter(Client.GONE));
        }

        var kept = waiters.takeAll();
        assertThat(kept).contains(staying).hasSizeLessThan(100);
        assertThat(answers).as("one for each that is not kept").hasValue(5_001 - kept.size());
    }

    @Test
    void whoStaysIsNotForgottenHoweverManyThereAre() {
        for (int i = 0; i < 5_000; i++) {
            waiters.add(waiter(Client.LISTENING));
        }

        assertThat(waiters.takeAll()).hasSize(5_000);
        assertThat(waiters.takeAll()).isEmpty();
    }

    @Test
    void togetherTheyAreAsAttentiveAsTheMostAttentiveOfThem() {
        assertThat(waiters.client()).isEqualTo(Client.LISTENING);
        waiters.add(waiter(Client.GONE));
        assertThat(waiters.client()).isEqualTo(Client.GONE);
        waiters.add(waiter(Client.HALF_CLOSED));
        assertThat(waiters.client()).isEqualTo(Client.HALF_CLOSED);
    }

    private GuardedReply waiter(Client client) {
        return new GuardedReply(
                REQUEST,
                new Reply() {
                    @Override
                    public void send(Response response) {
                        answers.incrementAndGet();
                    }

                    @Override
                    public Client client() {
                        return client;
                    }
                });
    }
}
