package eventloop.lab.study.blackbox;

import java.util.List;

/// What a step adds to what a server promises. Whoever reaches a level keeps all promises of those below it.
///
/// @param number that of the step
/// @param title the piece that the step brings
public record Level(int number, String title, List<Promise> promises) {
    public static final List<Level> ALL =
            List.of(
                    new Level(1, "a file server that speaks HTTP/1.1", FirstLevel.PROMISES),
                    new Level(2, "a crowd that comes at once", SecondLevel.PROMISES),
                    new Level(3, "hundreds who wait", ThirdLevel.PROMISES),
                    new Level(4, "whose turn it is, and for how long", FourthLevel.PROMISES),
                    new Level(5, "slow files", FifthLevel.PROMISES),
                    new Level(6, "copies", SixthLevel.PROMISES),
                    new Level(7, "parts of files", SeventhLevel.PROMISES));

    /// As in `level 3: hundreds who wait`.
    public String heading() {
        return "level %d: %s".formatted(number, title);
    }
}
