package eventloop.lab.study.exercise;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/// One sentence for each of the compiler's frequent complaints; where there is none, the compiler's own first line.
final class PlainWords {
    private static final Map<String, String> SENTENCES =
            Map.ofEntries(
                    Map.entry(
                            "compiler.err.premature.eof", "the file ends before every { has its }"),
                    Map.entry(
                            "compiler.err.not.stmt",
                            "this is a value, and nothing is done with it"),
                    Map.entry("compiler.err.illegal.start.of.expr", "here a value was to come"),
                    Map.entry(
                            "compiler.err.missing.ret.stmt",
                            "there is a way to the end of this method without a return"),
                    Map.entry(
                            "compiler.err.var.might.not.have.been.initialized",
                            "this variable may still have no value here"),
                    Map.entry(
                            "compiler.err.unreported.exception.need.to.catch.or.throw",
                            "this can throw an exception that is neither caught nor declared"),
                    Map.entry(
                            "compiler.err.does.not.override.abstract",
                            "a method that the interface asks for is missing"),
                    Map.entry(
                            "compiler.err.unclosed.str.lit",
                            "this text is not closed by a second \""),
                    Map.entry(
                            "compiler.err.not.exhaustive",
                            "this switch does not say what to do in every case"),
                    Map.entry(
                            "compiler.err.not.exhaustive.statement",
                            "this switch does not say what to do in every case"),
                    Map.entry("compiler.err.unreachable.stmt", "nothing ever comes to this line"));

    private static final Pattern UNKNOWN =
            Pattern.compile("symbol:\\s+(\\w+) ([^\\s(]+)", Pattern.DOTALL);
    private static final Pattern EXPECTED = Pattern.compile("(.+) expected");
    private static final Pattern CONVERTED =
            Pattern.compile("(\\S+) cannot be converted to (\\S+)");

    private PlainWords() {}

    static String of(Diagnostic<?> diagnostic) {
        var message = diagnostic.getMessage(Locale.ROOT);
        var sentence = SENTENCES.get(diagnostic.getCode());
        if (sentence != null) {
            return sentence;
        }
        var first = message.lines().findFirst().orElse("");
        return switch (diagnostic.getCode()) {
            case String code when code.startsWith("compiler.err.cant.resolve") ->
                    matched(
                            UNKNOWN.matcher(message),
                            "there is no $1 '$2' here: a typing mistake, or an import that is missing?",
                            first);
            case String code when code.startsWith("compiler.err.expected") ->
                    matched(EXPECTED.matcher(first), "here $1 is missing", first);
            case "compiler.err.prob.found.req" ->
                    matched(CONVERTED.matcher(first), "a $1 stands where a $2 is needed", first);
            default -> first;
        };
    }

    private static String matched(Matcher matcher, String sentence, String otherwise) {
        return matcher.find()
                ? sentence.replace("$1", matcher.group(1))
                        .replace("$2", matcher.groupCount() > 1 ? matcher.group(2) : "")
                : otherwise;
    }
}
