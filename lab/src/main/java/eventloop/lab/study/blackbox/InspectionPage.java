package eventloop.lab.study.blackbox;

import java.io.PrintWriter;

/// Writes an inspection line by line, as it goes on.
public final class InspectionPage implements Inspection.Listener {
    private static final String INDENT = "      ";

    private final PrintWriter out;
    private int kept;
    private int unknown;

    public InspectionPage(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void level(Level level) {
        out.printf("%n%s%n", level.heading());
        out.flush();
    }

    @Override
    public void outcome(Promise promise, Outcome outcome) {
        switch (outcome) {
            case Outcome.Kept _ -> {
                kept++;
                out.println("  ✓ " + promise.name());
            }
            case Outcome.Broken(var transcript) -> {
                out.println("  ✗ " + promise.name());
                out.println(transcript.text(INDENT));
            }
            case Outcome.Unknown(var why) -> {
                unknown++;
                out.println("  ? " + promise.name());
                out.println(INDENT + why);
            }
        }
        out.flush();
    }

    /// The last lines.
    ///
    /// @param inspection the one that has ended
    /// @param broken how many promises are
    /// @param again the command that was asked for
    public void end(Inspection inspection, int broken, String again) {
        out.println();
        var rest = unknown == 0 ? "" : ", %d not looked at (?)".formatted(unknown);
        if (broken == 0) {
            out.printf(
                    "%s%d promises up to level %d are kept%s%n",
                    unknown == 0 ? "all " : "", kept, inspection.last(), rest);
        } else {
            out.printf(
                    "%d kept, %d broken%s; mend it, start the server anew, and then:%n  %s%n",
                    kept, broken, rest, again);
        }
        out.flush();
    }
}
