package eventloop.lab.workbench.speed;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import eventloop.lab.measure.result.GrowingResult;
import eventloop.lab.measure.result.Provenance;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All bars of one run, and where it was made.
///
/// Bars that were stored are judged anew: see [JudgedAnew].
///
/// @param earlier runs that measured a part of it; results that were stored before there could be any have none
/// @param versions of the servers that are not the course's own, by name; results that were stored before they were kept
///     have none
public record SpeedResult(
        Provenance provenance,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Provenance> earlier,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> versions,
        List<Bar> bars)
        implements GrowingResult {
    public SpeedResult {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        bars = bars.stream().map(JudgedAnew::of).toList();
    }

    SpeedResult(Provenance provenance, Map<String, String> versions, List<Bar> bars) {
        this(provenance, List.of(), versions, bars);
    }

    /// Both together, of one version of each server, and each work where it stood: what was measured again is the later
    /// one's.
    SpeedResult and(SpeedResult later) {
        var works = Stream.concat(bars.stream(), later.bars.stream()).map(Bar::work).distinct();
        var allVersions = new TreeMap<>(versions);
        allVersions.putAll(later.versions);
        return new SpeedResult(
                later.provenance,
                runs(),
                allVersions,
                works.flatMap(work -> (later.has(work) ? later : this).of(work)).toList());
    }

    private boolean has(String work) {
        return of(work).findAny().isPresent();
    }

    private Stream<Bar> of(String work) {
        return bars.stream().filter(bar -> bar.work().equals(work));
    }

    @Override
    public String shown() {
        var rounds = bars.stream().flatMap(bar -> bar.rounds().stream()).toList();
        var ground = Nearness.words(rounds).map(words -> "\n\n" + words + ".").orElse("");
        var made = String.join(". ", runsInWords());
        return "%s%s%s\n\n%s.".formatted(SpeedTable.markdown(this), ground, others(), made);
    }

    private String others() {
        return versions.isEmpty()
                ? ""
                : "\n\nOther servers: %s.".formatted(String.join("; ", versions.values()));
    }
}
