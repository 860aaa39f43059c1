package eventloop.lab.study.vast;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.StoredResult;
import eventloop.lab.study.vast.Stand.Held;
import java.util.List;
import java.util.Optional;

/// What a run has found, whole or until it was ended.
///
/// @param ends where each step that was asked for comes to its end
public record VastResult(
        Provenance provenance, VastConditions conditions, List<Stand> stands, List<StepEnd> ends)
        implements StoredResult {
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
