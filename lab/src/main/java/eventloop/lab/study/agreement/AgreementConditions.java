package eventloop.lab.study.agreement;

import java.time.Duration;
import java.util.Map;

/// Under which conditions load programs are compared; kept with what comes of it.
///
/// @param clients who ask as soon as they are answered
/// @param answerMillis that each answer takes
/// @param pacedClients enough that nobody has to wait for one who is free
/// @param requestsPerSecond where there is a timetable
/// @param seconds of each run
/// @param fewClients fewer than requests are due while the server stands still
/// @param manyClients more than that
/// @param pauseMillis for which it stands still
/// @param pauseEverySeconds from one such pause to the next
/// @param versions of the programs that are not the course's own
public record AgreementConditions(
        int clients,
        int answerMillis,
        int pacedClients,
        int requestsPerSecond,
        int seconds,
        int fewClients,
        int manyClients,
        int pauseMillis,
        int pauseEverySeconds,
        Map<String, String> versions) {
    /// Those of `./course jmeter --agree`.
    public static AgreementConditions usual(Map<String, String> versions) {
        return new AgreementConditions(8, 40, 32, 100, 10, 4, 100, 500, 5, versions);
    }

    LoadWork asAnswered() {
        return new LoadWork.OneAfterAnother(clients, seconds);
    }

    LoadWork paced() {
        return new LoadWork.Paced(pacedClients, requestsPerSecond, seconds);
    }

    LoadWork pacedByFew() {
        return new LoadWork.Paced(fewClients, requestsPerSecond, seconds);
    }

    LoadWork pacedByMany() {
        return new LoadWork.Paced(manyClients, requestsPerSecond, seconds);
    }

    LoadWork asAnsweredByFew() {
        return new LoadWork.OneAfterAnother(fewClients, seconds);
    }

    Duration answerTime() {
        return Duration.ofMillis(answerMillis);
    }

    Duration pause() {
        return Duration.ofMillis(pauseMillis);
    }

    Duration pauseEvery() {
        return Duration.ofSeconds(pauseEverySeconds);
    }

    /// How many requests are due, on average, while the server stands still in one run.
    long dueInPauses() {
        return (long) requestsPerSecond * pauseMillis / 1000 * (seconds / pauseEverySeconds);
    }
}
