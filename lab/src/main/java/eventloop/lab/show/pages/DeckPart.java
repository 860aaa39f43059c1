package eventloop.lab.show.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A part of the slides, and how long it takes, as the speaker's notes have it.
///
/// @param name of its file, such as `step03`
/// @param slides in their order
public record DeckPart(String name, List<Slide> slides) {
    /// All of them, in their order.
    public static final List<String> NAMES =
            List.of(
                    "opening", "step01", "step02", "step03", "step04", "step05", "step06", "step07",
                    "ending");

    private static final String SOURCES = "slides/src/deck";

    /// The title stands in the file that includes the others, and is told with the first part.
    private static final String TITLE = "index";

    /// A heading, with its roles before it; or the line that takes over an exercise's heading.
    private static final Pattern BEGINNING =
            Pattern.compile(
                    "^(?:\\[([.\\w]+)]\n)?(?:== (.*)|include::.*leveloffset.*)$",
                    Pattern.MULTILINE);

    private static final Pattern MINUTES = Pattern.compile("\\[\\.minutes]#(\\d+)#");

    /// @param isDeeper whether only the long class has time for it
    public record Slide(String title, int minutes, boolean isDeeper) {}

    /// @throws IllegalArgumentException if a slide does not say how long it takes
    public static DeckPart read(Path course, String name) throws IOException {
        var slides = new ArrayList<Slide>();
        if (name.equals(NAMES.getFirst())) {
            var index = Files.readString(course.resolve(SOURCES).resolve(TITLE + ".adoc"));
            slides.add(new Slide(TITLE, minutes(TITLE, index), false));
        }
        var text = Files.readString(course.resolve(SOURCES).resolve(name + ".adoc"));
        var beginnings = BEGINNING.matcher(text).results().toList();
        for (int i = 0; i < beginnings.size(); i++) {
            var beginning = beginnings.get(i);
            int end = i + 1 < beginnings.size() ? beginnings.get(i + 1).start() : text.length();
            var title = beginning.group(2) == null ? "an exercise" : beginning.group(2);
            var roles = beginning.group(1) == null ? "" : beginning.group(1);
            int minutes = minutes(title, text.substring(beginning.start(), end));
            slides.add(new Slide(title, minutes, roles.contains(".deeper")));
        }
        return new DeckPart(name, List.copyOf(slides));
    }

    private static int minutes(String title, String slide) {
        var minutes = MINUTES.matcher(slide);
        if (!minutes.find()) {
            throw new IllegalArgumentException("no minutes in the notes of " + title);
        }
        return Integer.parseInt(minutes.group(1));
    }

    /// `Opening`, or what stands on the first slide: `Step 3: one thread and a selector`.
    String title() {
        return name.startsWith("step")
                ? slides.getFirst().title()
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /// Those that a class shows.
    public List<Slide> shown(boolean isShort) {
        return slides.stream().filter(slide -> !(isShort && slide.isDeeper())).toList();
    }

    public int minutes(boolean isShort) {
        return shown(isShort).stream().mapToInt(Slide::minutes).sum();
    }
}
