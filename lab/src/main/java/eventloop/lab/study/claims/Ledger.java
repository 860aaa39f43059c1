package eventloop.lab.study.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// All claims, read from a file that people write: see `lab/claims.yaml`.
///
/// A side's load needs to name only what is different from the claim's, and a claim's only what is different
/// from the ledger's own.
public record Ledger(List<Claim> claims) {
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();

    private static final ObjectNode USUAL_CLAIM = YAML.createObjectNode().put("onRequest", false);

    /// @throws IllegalArgumentException that says which claim cannot be understood, and why
    public static Ledger read(Path file) throws IOException {
        var root = tree(file);
        var claims = new ArrayList<Claim>();
        var ids = new HashSet<String>();
        for (var node : root.path("claims")) {
            var claim = claim((ObjectNode) node, root.path("load"));
            if (!ids.add(claim.id())) {
                throw new IllegalArgumentException("there are two claims " + claim.id());
            }
            claims.add(claim);
        }
        return new Ledger(List.copyOf(claims));
    }

    private static JsonNode tree(Path file) throws IOException {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (JacksonException mistake) {
            throw new IllegalArgumentException(file + ": " + mistake.getOriginalMessage(), mistake);
        }
    }

    private static Claim claim(ObjectNode node, JsonNode usualLoad) {
        var id = node.path("id").asString("without id");
        try {
            var experiment = (ObjectNode) node.required("experiment");
            var load = merged(usualLoad, experiment.path("load"));
            experiment.remove("load");
            for (var name : List.of("first", "second")) {
                var side = (ObjectNode) experiment.required(name);
                side.set("load", merged(load, side.path("load")));
                side.setAll(merged(usualSide(side), side));
            }
            return YAML.treeToValue(merged(USUAL_CLAIM, node), Claim.class);
        } catch (JacksonException | ClassCastException | IllegalArgumentException mistake) {
            throw new IllegalArgumentException(
                    "claim %s: %s".formatted(id, mistake.getMessage()), mistake);
        }
    }

    private static ObjectNode usualSide(ObjectNode side) {
        var usual = YAML.createObjectNode();
        usual.putArray("options");
        return usual.put("processes", 1)
                .put("name", side.path("server").asString())
                .put("mayTimeOut", false)
                .put("mayBeSentAway", false);
    }

    private static ObjectNode merged(JsonNode usual, JsonNode special) {
        var all = ((ObjectNode) usual).deepCopy();
        special.properties().forEach(field -> all.set(field.getKey(), field.getValue()));
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
