package eventloop.lab.speed;

import java.util.List;
import java.util.stream.Stream;

/// As many requests as the servers answer, made by wrk.
///
/// @param words what is asked for, for people
record PeakWork(String name, String words, Peak peak, List<Requirement> requirements)
        implements Work {

    @Override
    public double expectedSeconds(int rounds) {
        return Peak.expectedSeconds(servers().size(), rounds);
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
        var duel = Arena.duel(servers(), field, peak.fileBytes(), peak::warmUp, peak::fight);
        return requirements.stream().map(requirement -> duel.bar(words, requirement)).toList();
    }
}
