package eventloop.lab.speed;

import eventloop.lab.load.Wrk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// As many requests as the servers answer, made by wrk.
///
/// @param words what is asked for, for people
/// @param headers that every request has
/// @param isConditional whether requests bring the validator that the server itself has given, so that 304 is
///     the answer
record PeakWork(
        String name,
        String words,
        long fileBytes,
        int connections,
        List<String> headers,
        boolean isConditional,
        List<Requirement> requirements)
        implements Work {

    private static final double SECONDS = 2;
    private static final double WARM_UP_SECONDS = 3;

    @Override
    public double expectedSeconds(int rounds) {
        return servers().size() * (1 + WARM_UP_SECONDS + rounds * SECONDS);
    }

    @Override
    public List<String> rivals() {
        return requirements.stream().map(Requirement::rival).distinct().toList();
    }

    private List<String> servers() {
        return requirements.stream()
                .flatMap(requirement -> Stream.of(requirement.server(), requirement.rival()))
                .distinct()
                .toList();
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var duel =
                Duel.of(
                        servers(),
                        field,
                        contestant -> fight(contestant, WARM_UP_SECONDS, field),
                        contestant -> fight(contestant, SECONDS, field));
        return requirements.stream().map(requirement -> duel.bar(words, requirement)).toList();
    }

    private Round fight(Contestant contestant, double seconds, Field field)
            throws IOException, InterruptedException {
        var page = Field.page(fileBytes);
        var all = new ArrayList<>(headers);
        if (isConditional) {
            var server = contestant.server().address();
            all.add("If-None-Match: " + validator(server.resolve(page)));
        }
        return contestant.peak(new Wrk(connections, seconds, all), page, field.placement());
    }

    private static String validator(URI page) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var response =
                    client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
            return response.headers()
                    .firstValue("ETag")
                    .orElseThrow(() -> new IOException("no validator from " + page));
        }
    }
}
