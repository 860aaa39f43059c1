package eventloop.lab.study.agreement;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Table;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What load programs say, as a terminal and a page show it.
final class AgreementTables {
    private static final String NOT_TOLD = "–";

    private AgreementTables() {}

    static String all(AgreementResult result) {
        return String.join(
                "\n\n",
                asAnswered(result),
                paced(result),
                standingStill(result),
                result.provenance().words() + versions(result));
    }

    private static String versions(AgreementResult result) {
        return result.conditions().versions().entrySet().stream()
                .map(program -> "; %s %s".formatted(program.getKey(), program.getValue()))
                .sorted()
                .collect(Collectors.joining());
    }

    private static String asAnswered(AgreementResult result) {
        var conditions = result.conditions();
        var table =
                new Table(1, "program", "answered", "server counted", "requests/s", "mean", "p99");
        for (var counted : result.asAnswered()) {
            var reading = counted.reading();
            table.row(
                    List.of(
                            reading.program(),
                            count(reading.answered()),
                            count(counted.byServer()),
                            rate(reading),
                            millis(reading.meanMillis()),
                            millis(reading.p99Millis())),
                    verdict(result.agrees(counted)));
        }
        return """
        %d clients ask as soon as they are answered, for %d s; every answer takes %d ms
        %s
        to agree: answered as the server counted, but for a request a client; %s\
        """
                .formatted(
                        conditions.clients(),
                        conditions.seconds(),
                        conditions.answerMillis(),
                        table,
                        Tolerance.words());
    }

    private static String paced(AgreementResult result) {
        var conditions = result.conditions();
        var table = new Table(1, "program", "answered", "requests/s", "mean", "p99");
        for (var reading : result.paced()) {
            table.row(
                    List.of(
                            reading.program(),
                            count(reading.answered()),
                            rate(reading),
                            millis(reading.meanMillis()),
                            millis(reading.p99Millis())),
                    verdict(result.agrees(reading)));
        }
        return """
        %d clients, %d requests a second at random times, for %d s; every answer takes %d ms
        %s
        to agree: %s\
        """
                .formatted(
                        conditions.pacedClients(),
                        conditions.requestsPerSecond(),
                        conditions.seconds(),
                        conditions.answerMillis(),
                        table,
                        Tolerance.words());
    }

    static String standingStill(AgreementResult result) {
        var conditions = result.conditions();
        var table =
                new Table(
                        1,
                        "program",
                        "clients",
                        "answered",
                        "over %d ms".formatted(Reading.SLOW_MILLIS),
                        "mean",
                        "p50",
                        "p99");
        for (var reading : result.standingStill()) {
            table.row(
                    reading.program(),
                    count(reading.clients()),
                    count(reading.answered()),
                    slow(reading),
                    millis(reading.meanMillis()),
                    millis(reading.p50Millis()),
                    millis(reading.p99Millis()));
        }
        return """
        step 7 stands still for %d ms every %d s; by a timetable, %d requests a second for %d s, so about %d are due while it does
        %s\
        """
                .formatted(
                        conditions.pauseMillis(),
                        conditions.pauseEverySeconds(),
                        conditions.requestsPerSecond(),
                        conditions.seconds(),
                        conditions.dueInPauses(),
                        table);
    }

    private static String verdict(boolean agrees) {
        return agrees ? "agrees" : "DOES NOT AGREE";
    }

    private static String slow(Reading reading) {
        return reading.slow().isPresent() ? count(reading.slow().getAsLong()) : NOT_TOLD;
    }

    private static String count(long number) {
        return "%,d".formatted(number);
    }

    private static String rate(Reading reading) {
        return Figures.count(OptionalDouble.of(reading.requestsPerSecond()));
    }

    private static String millis(double time) {
        return Figures.millis(OptionalDouble.of(time));
    }
}
