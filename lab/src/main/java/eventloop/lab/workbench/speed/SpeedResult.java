package eventloop.lab.workbench.speed;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import eventloop.lab.measure.result.GrowingResult;
import eventloop.lab.measure.result.Provenance;
import java.util.List;
import java.util.stream.Stream;

/// All bars of one run, and where it was made.
///
/// Bars that were stored are judged anew: see [JudgedAnew].
///
/// @param earlier runs that measured a part of it; results that were stored before there could be any have none
public record SpeedResult(
        Provenance provenance,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Provenance> earlier,
        List<Bar> bars)
        implements GrowingResult {
    public SpeedResult {
        bars = bars.stream().map(JudgedAnew::of).toList();
    }

    SpeedResult(Provenance provenance, List<Bar> bars) {
        this(provenance, List.of(), bars);
    }

    /// Both together, each work where it stood: what was measured again is the later one's.
    SpeedResult and(SpeedResult later) {
        var works = Stream.concat(bars.stream(), later.bars.stream()).map(Bar::work).distinct();
        return new SpeedResult(
                later.provenance,
                runs(),
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
        return "%s%s\n\n%s.".formatted(SpeedTable.markdown(this), ground, made);
    }
}
