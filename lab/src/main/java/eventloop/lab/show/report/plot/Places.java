package eventloop.lab.show.report.plot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/// Finds places for labels beside each other: near to where each should be, and none on another.
///
/// Labels that would touch become a stack around the middle of their wishes; stacks that would touch become
/// one.
final class Places {
    private record Stack(List<Integer> labels, double wish, double top, double bottom, double gap) {
        double middle() {
            double half = labels.size() * gap / 2;
            return Math.max(top + half, Math.min(wish, bottom - half));
        }

        double first() {
            return middle() - (labels.size() - 1) * gap / 2;
        }

        boolean touches(Stack above) {
            return first() - gap < above.first() + (above.labels.size() - 1) * gap;
        }

        Stack onto(Stack above) {
            var both = new ArrayList<>(above.labels);
            both.addAll(labels);
            double mean = (above.wish * above.labels.size() + wish * labels.size()) / both.size();
            return new Stack(both, mean, top, bottom, gap);
        }
    }

    private Places() {}

    /// @param wishes where the labels' middles should be
    /// @param gap the least distance of two
    /// @return where they can be, in the order of the wishes
    static List<Double> spread(List<Double> wishes, double gap, double top, double bottom) {
        Deque<Stack> stacks = new ArrayDeque<>();
        IntStream.range(0, wishes.size())
                .boxed()
                .sorted(Comparator.comparing(wishes::get))
                .map(label -> new Stack(List.of(label), wishes.get(label), top, bottom, gap))
                .forEach(stack -> put(stack, stacks));
        var places = new ArrayList<>(wishes);
        for (var stack : stacks) {
            for (int i = 0; i < stack.labels.size(); i++) {
                places.set(stack.labels.get(i), stack.first() + i * gap);
            }
        }
        return places;
    }

    private static void put(Stack stack, Deque<Stack> stacks) {
        var lowest = stack;
        while (!stacks.isEmpty() && lowest.touches(stacks.getLast())) {
            lowest = lowest.onto(stacks.removeLast());
        }
        stacks.addLast(lowest);
    }
}
