package eventloop.lab.study.vast;

import eventloop.lab.measure.result.GrowingResult;
import eventloop.lab.measure.result.Provenance;
import eventloop.lab.study.vast.Stand.Held;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a run has found, whole or until it was ended.
///
/// Verdicts that were stored are judged anew, by the rule of today.
///
/// @param earlier runs that found a part of it
/// @param ends where each step that was asked for comes to its end
/// @param verdicts what the run says of the ledger's claims about crowds
public record VastResult(
        Provenance provenance,
        List<Provenance> earlier,
        VastConditions conditions,
        List<Stand> stands,
        List<StepEnd> ends,
        List<CrowdVerdict> verdicts)
        implements GrowingResult {
    public VastResult {
        if (!verdicts.isEmpty()) {
            var found = new VastResult(provenance, earlier, conditions, stands, ends, List.of());
            verdicts = verdicts.stream().map(verdict -> verdict.claim().judge(found)).toList();
        }
    }

    /// Together with what a run has found before: levels and ends that both have are this one's. Nothing is judged.
    public VastResult and(VastResult before) {
        return new VastResult(
                provenance,
                before.runs(),
                conditions.and(before.conditions),
                Stream.concat(before.stands.stream().filter(this::lacks), stands.stream())
                        .sorted(Comparator.comparingInt(Stand::clients))
                        .toList(),
                Stream.concat(before.ends.stream().filter(this::lacks), ends.stream())
                        .sorted(Comparator.comparing(StepEnd::server))
                        .toList(),
                List.of());
    }

    VastResult judged(List<CrowdClaim> claims) {
        var judged = claims.stream().map(claim -> claim.judge(this)).toList();
        return new VastResult(provenance, earlier, conditions, stands, ends, judged);
    }

    private boolean lacks(Stand stand) {
        return stands.stream()
                .noneMatch(own ->
                        own.server().equals(stand.server()) && own.clients() == stand.clients());
    }

    private boolean lacks(StepEnd end) {
        return ends.stream().noneMatch(own -> own.server().equals(end.server()));
    }

    /// What a server was seen to do at a level, if it held it.
    public Optional<Held> held(String server, int clients) {
        return stands.stream()
                .filter(stand -> stand.server().equals(server) && stand.clients() == clients)
                .map(Stand::outcome)
                .filter(Held.class::isInstance)
                .map(Held.class::cast)
                .findFirst();
    }

    /// In their order.
    public List<String> servers() {
        return stands.stream().map(Stand::server).distinct().toList();
    }

    /// How many clients at once, and why not more.
    @Override
    public String shown() {
        return VastPage.of(this);
    }

    @Override
    public String glance() {
        return VastPage.answer(this);
    }
}
