package eventloop.lab.workbench.speed;

import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.Servers;
import eventloop.lab.measure.server.TwoCheckouts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Measures step 7 at one work after another.
public final class Speed {
    private final List<Work> works;
    private final int rounds;

    private Speed(List<Work> works, int rounds) {
        this.works = works;
        this.rounds = rounds;
    }

    /// @param names of works; none stands for the usual ones
    /// @throws IllegalArgumentException if there is no such work, with the names of those there are
    public static Speed at(List<String> names, int rounds) {
        var all = Stream.concat(Works.usual().stream(), Works.others().stream()).toList();
        var known = all.stream().map(Work::name).distinct().toList();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "there is no work '%s'; there are %s"
                                .formatted(name, String.join(", ", known)));
            }
        }
        return new Speed(
                names.isEmpty()
                        ? Works.usual()
                        : all.stream().filter(work -> names.contains(work.name())).toList(),
                rounds);
    }

    /// Every step beside the same step of another checkout.
    public static Speed against(int rounds) {
        return new Speed(AgainstWork.all(), rounds);
    }

    /// The servers of this checkout, and those that they are measured against.
    public static Servers ofBoth(Servers here, Servers other) {
        return new TwoCheckouts(here, other, AgainstWork.OTHER);
    }

    /// The servers of others that are needed.
    public List<String> rivals() {
        return works.stream().flatMap(work -> work.rivals().stream()).distinct().toList();
    }

    public Duration expected() {
        return Duration.ofSeconds(
                Math.round(works.stream().mapToDouble(work -> work.expectedSeconds(rounds)).sum()));
    }

    /// @param files a directory for the files that are asked for
    /// @param bars hears of every bar as soon as it is measured
    public void run(
            Servers servers, Path files, Placement placement, Progress progress, Consumer<Bar> bars)
            throws IOException, InterruptedException {
        Field.makeFiles(files);
        var nearness = Nearness.of(placement);
        var field = new Field(servers, files, placement, rounds, progress, nearness);
        for (var work : works) {
            progress.stage(work.words());
            work.measure(field).forEach(bars);
        }
    }
}
