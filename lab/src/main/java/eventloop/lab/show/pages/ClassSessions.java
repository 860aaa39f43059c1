package eventloop.lab.show.pages;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.study.exercise.Exercise;
import eventloop.lab.study.exercise.Exercises;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a teacher does when, from the minutes in the notes of the slides. The page says what a session has and how
/// long it lasts:
///
/// ```
/// <!-- session: short 180 opening step01 break-10 exercise-3.1 -->
/// … a table, of which the last row is what is left for questions …
/// <!-- end of session -->
/// ```
final class ClassSessions {
    private static final Pattern PLACE =
            Pattern.compile(
                    "(<!-- session: (short|whole) (\\d+) ([^>]*?) -->\n).*?(<!-- end of session -->)",
                    Pattern.DOTALL);

    /// Students have questions, and something always takes longer.
    private static final int LEAST_LEFT = 4;

    private static final int MOST_LEFT = 25;

    private final Path course;

    ClassSessions(Path course) {
        this.course = course;
    }

    private record Item(String what, int minutes) {}

    /// The page with a table for each session.
    ///
    /// @throws IllegalArgumentException if a session has too much, or too little, for its time, or does not end
    String refresh(String text) {
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                place.group(1) + "\n" + table(place) + "\n" + place.group(5)));
    }

    private String table(MatchResult place) {
        OwnEnd.require(place);
        boolean isShort = place.group(2).equals("short");
        int length = Integer.parseInt(place.group(3));
        var items = new ArrayList<Item>();
        for (var name : place.group(4).split(" ")) {
            items.add(item(name, isShort));
        }
        int left = length - items.stream().mapToInt(Item::minutes).sum();
        if (left < LEAST_LEFT || left > MOST_LEFT) {
            throw new IllegalArgumentException(
                    "%d minutes are left of the session with %s".formatted(left, place.group(4)));
        }
        items.add(new Item("questions, and what took longer", left));
        return rows(items);
    }

    private Item item(String name, boolean isShort) {
        try {
            if (name.startsWith("break-")) {
                return new Item("break", Integer.parseInt(name.substring("break-".length())));
            }
            return name.startsWith("exercise-")
                    ? exercise(name.substring("exercise-".length()))
                    : part(DeckPart.read(course, name), isShort);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Item part(DeckPart part, boolean isShort) {
        int slides = part.shown(isShort).size();
        var what = "%s (%s)".formatted(part.title(), Figures.counted(slides, "slide", "slides"));
        return new Item(what, part.minutes(isShort));
    }

    private Item exercise(String number) throws IOException {
        var text =
                Exercises.in(course)
                        .numbered(number)
                        .map(Exercise::text)
                        .orElseThrow(() ->
                                new IllegalArgumentException("there is no exercise " + number));
        return new Item("exercise %s: %s".formatted(number, text.title()), text.minutes());
    }

    private static String rows(List<Item> items) {
        int at = 0;
        var rows = new ArrayList<String>();
        for (var item : items) {
            rows.add(
                    "| %d:%02d | %d | %s |"
                            .formatted(at / 60, at % 60, item.minutes(), item.what()));
            at += item.minutes();
        }
        return rows.stream()
                .collect(Collectors.joining("\n", "| at | minutes | |\n|---|---|---|\n", "\n"));
    }
}
