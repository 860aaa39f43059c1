package eventloop.lab.study.claims;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// All claims, read from a file that people write: see `lab/claims.yaml`.
///
/// A side's load needs to name only what is different from the claim's, and a claim's only what is different
/// from the ledger's own.
public record Ledger(List<Claim> claims) {
    private static final ObjectNode USUAL_CLAIM = LedgerFile.node().put("onRequest", false);

    /// @throws IllegalArgumentException that says which claim cannot be understood, and why
    public static Ledger read(Path file) throws IOException {
        var root = LedgerFile.read(file);
        var claims = new ArrayList<Claim>();
        var ids = new HashSet<String>();
        for (var node : root.path("claims")) {
            var claim =
                    LedgerFile.claim(
                            node, written -> whole(written, root.path("load")), Claim.class);
            if (!ids.add(claim.id())) {
                throw new IllegalArgumentException("there are two claims " + claim.id());
            }
            claims.add(claim);
        }
        return new Ledger(List.copyOf(claims));
    }

    private static ObjectNode whole(ObjectNode claim, JsonNode usualLoad) {
        var experiment = (ObjectNode) claim.required("experiment");
        var load = merged(usualLoad, experiment.path("load"));
        experiment.remove("load");
        for (var name : List.of("first", "second")) {
            var side = (ObjectNode) experiment.required(name);
            side.set("load", merged(load, side.path("load")));
            side.setAll(merged(usualSide(side), side));
        }
        return merged(USUAL_CLAIM, claim);
    }

    private static ObjectNode usualSide(ObjectNode side) {
        var usual = LedgerFile.node();
        usual.putArray("options");
        return usual.put("processes", 1)
                .put("name", side.path("server").asString())
                .put("mayTimeOut", false)
                .put("mayBeSentAway", false);
    }

    /// @param special may be missing
    private static ObjectNode merged(JsonNode usual, JsonNode special) {
        var all = ((ObjectNode) usual).deepCopy();
        if (!special.isMissingNode()) {
            all.setAll((ObjectNode) special);
        }
        return all;
    }

    /// Those that are put to the test only when they are named.
    public List<Claim> onRequest() {
        return claims.stream().filter(Claim::onRequest).toList();
    }

    /// Those claims, or if none is named all but those on request.
    ///
    /// @throws IllegalArgumentException if there is no such claim, with the names of those there are
    public List<Claim> named(List<String> ids) {
        var all = claims.stream().map(Claim::id).toList();
        var wanted = ids.stream().map(id -> id.toUpperCase(Locale.ROOT)).toList();
        for (var id : wanted) {
            if (!all.contains(id)) {
                throw new IllegalArgumentException(
                        "there is no claim %s; there are %s".formatted(id, String.join(", ", all)));
            }
        }
        return wanted.isEmpty()
                ? claims.stream().filter(claim -> !claim.onRequest()).toList()
                : claims.stream().filter(claim -> wanted.contains(claim.id())).toList();
    }
}
