package eventloop.lab.measure.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How a site is asked for: every file below 1 MiB that is not hidden, with a weight by its kind. A page brings its style
/// sheet, its script and its images along, so these are asked for more often than pages are.
public final class Mix {
    private static final long LARGE = 1 << 20;
    private static final Map<String, Integer> WEIGHTS =
            Map.of("html", 4, "css", 8, "js", 6, "svg", 3, "png", 3, "ico", 2);
    private static final int OTHER_WEIGHT = 1;

    /// Weights are whole numbers: that of the least popular file has to be large enough to be right.
    private static final int LEAST_POPULAR = 10;

    private static final int MOST_POPULAR = 100_000;

    private Mix() {}

    /// Every file of the site that is asked for, in the order of their names.
    public static List<Page> of(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isSmall(file) && !isHidden(root.relativize(file)))
                    .sorted()
                    .map(file -> page(root, file))
                    .toList();
        }
    }

    /// Files that [SizedFiles] has made, in the order of their sizes.
    ///
    /// @param sizes how often each size is asked for
    public static List<Page> sizes(Path root, Map<Long, Integer> sizes) {
        return new TreeMap<>(sizes)
                .entrySet().stream()
                        .map(size -> sized(root, size.getKey(), size.getValue()))
                        .toList();
    }

    private static Page sized(Path root, long bytes, int weight) {
        var name = bytes + ".bin";
        return new Page("/" + name, root.resolve(name).toString(), weight);
    }

    /// The same files as [#of], some more popular than others: Zipf's law, after which the file of rank r is
    /// asked for 1/r^exponent as often as the first. Who has which rank is drawn.
    ///
    /// @param exponent about 1 for pages of the web; with 0 all are alike
    public static List<Page> zipf(Path root, double exponent, long seed) throws IOException {
        var ranked = new ArrayList<>(of(root));
        Collections.shuffle(ranked, new Random(seed));
        double most = Math.min(LEAST_POPULAR * Math.pow(ranked.size(), exponent), MOST_POPULAR);
        return IntStream.range(0, ranked.size())
                .mapToObj(place -> {
                    double weight = most * Math.pow(place + 1, -exponent);
                    return ranked.get(place).weighing((int) Math.max(1, Math.round(weight)));
                })
                .toList();
    }

    private static boolean isSmall(Path file) {
        return file.toFile().length() < LARGE;
    }

    /// Such a file is nobody's page: an editor's, or git's.
    private static boolean isHidden(Path file) {
        for (var part : file) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static Page page(Path root, Path file) {
        var path = root.toAbsolutePath().toUri().relativize(file.toAbsolutePath().toUri());
        return new Page("/" + path.toASCIIString(), file.toString(), weight(file));
    }

    private static int weight(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return WEIGHTS.getOrDefault(name.substring(name.lastIndexOf('.') + 1), OTHER_WEIGHT);
    }
}
