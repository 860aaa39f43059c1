package eventloop.lab.workbench.speed;

import java.util.List;

/// Something that step 7 is measured at.
interface Work {
    /// By which it is chosen: one word.
    String name();

    /// What goes on while it is measured, for whoever waits.
    default String words() {
        return name();
    }

    /// The servers of others that it needs.
    default List<String> rivals() {
        return List.of(Field.NGINX);
    }

    /// How long it takes, about.
    double expectedSeconds(int rounds);

    /// Does not fail: what cannot be measured is a bar that says why.
    List<Bar> measure(Field field) throws InterruptedException;
}
