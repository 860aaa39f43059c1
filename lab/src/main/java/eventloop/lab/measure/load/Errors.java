package eventloop.lab.measure.load;

import java.util.ArrayList;

/// What clients have suffered.
///
/// @param failures requests without the right answer
/// @param reconnects how often one had to connect again since the connection before was lost: closed by the
///     server, refused, or given up
public record Errors(Failures failures, long reconnects) {
    public Errors plus(Errors other) {
        return new Errors(failures.plus(other.failures), reconnects + other.reconnects);
    }

    /// For a table: `22 timed out, 3 came again`.
    public String words() {
        var words = new ArrayList<>(failures.inWords());
        if (reconnects > 0) {
            words.add("%,d came again".formatted(reconnects));
        }
        return words.isEmpty() ? "0" : String.join(", ", words);
    }
}
