package eventloop.lab.study.blackbox;

import eventloop.lab.measure.resource.Resource;
import eventloop.lab.study.wire.RawClient;
import eventloop.lab.study.wire.RawClient.Next;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// One line of `conformance.txt`, which says what its parts mean.
///
/// @param shown what is sent, as it stands there
/// @param statuses one of them is due
/// @param connection what is to become of it
public record ConformanceRow(
        String shown, List<Integer> statuses, Connection connection, String rule) {
    /// All of them, in the order of the table.
    public static final List<ConformanceRow> ALL = read();

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);
    private static final Duration STAYS_FOR = Duration.ofMillis(50);

    enum Connection {
        STAYS,
        CLOSES,
        EITHER;

        static Connection of(String word) {
            return word.equals("–") ? EITHER : valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    private static List<ConformanceRow> read() {
        return Resource.text(ConformanceRow.class, "conformance.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(ConformanceRow::of)
                .toList();
    }

    private static ConformanceRow of(String line) {
        var parts = line.split(" \\| ", 4);
        return new ConformanceRow(
                parts[0],
                Arrays.stream(parts[1].split(" ")).map(Integer::valueOf).toList(),
                Connection.of(parts[2]),
                parts[3]);
    }

    /// As in `400 or 501, closes`.
    String due() {
        var statuses =
                this.statuses.stream().map(String::valueOf).collect(Collectors.joining(" or "));
        return switch (connection) {
            case EITHER -> statuses;
            case STAYS -> statuses + ", stays open";
            case CLOSES -> statuses + ", closes";
        };
    }

    /// The bytes, one a character.
    String sent() {
        return shown.replace("⏎", "\r\n").replace("⇥", "\t").replace("␀", "\0");
    }

    /// @return what came instead of what is due; nothing if that came
    public Optional<String> deviation(URI server) {
        try (var client = RawClient.to(server)) {
            client.waitAtMost(PATIENCE);
            client.send(sent());
            int status = finalStatus(client);
            if (!statuses.contains(status)) {
                return Optional.of("status " + status);
            }
            return switch (connection) {
                case EITHER -> Optional.empty();
                case STAYS -> unless(Next.SILENCE, client.next(STAYS_FOR));
                case CLOSES -> unless(Next.END, client.next(CLOSES_WITHIN));
            };
        } catch (IOException failure) {
            return Optional.of(Wording.failure(failure));
        }
    }

    /// A server may say 100 before its answer (RFC 9110 §15.2).
    private static int finalStatus(RawClient client) throws IOException {
        int status = client.read().status();
        while (status / 100 == 1) {
            status = client.read().status();
        }
        return status;
    }

    private static Optional<String> unless(Next due, Next came) {
        return came == due ? Optional.empty() : Optional.of(words(came));
    }

    private static String words(Next came) {
        return switch (came) {
            case BYTE -> "another answer behind it";
            case END -> "it closes";
            case SILENCE -> "it stays open";
        };
    }
}
