package eventloop.server;

/// One option of a command line.
///
/// @param name with its dashes: `--port`
/// @param placeholder stands for the value in the help: `N`; empty for a flag, which has none
/// @param defaultValue the value where none is given
/// @param explanation one line, for the help
public record Option(String name, String placeholder, String defaultValue, String explanation) {
    public static Option flag(String name, String explanation) {
        return new Option(name, "", "", explanation);
    }

    boolean isFlag() {
        return placeholder.isEmpty();
    }

    String usage() {
        return isFlag() ? "[" + name + "]" : "[" + name + " " + placeholder + "]";
    }

    String help() {
        var left = isFlag() ? name : name + " " + placeholder;
        var byDefault = defaultValue.isEmpty() ? "" : " (" + defaultValue + ")";
        return "  %-28s %s%s".formatted(left, explanation, byDefault);
    }
}
