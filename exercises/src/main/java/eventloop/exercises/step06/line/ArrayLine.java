package eventloop.exercises.step06.line;

/// A line of slots, numbered from 0, without an object for each of them: two arrays say who stands before a slot and
/// who behind it. One slot more is the mark, at which the line begins and ends:
///
/// ```
///   ┌──► mark ◄──► first ◄──► … ◄──► last ◄──┐
///   └────────────────────────────────────────┘
/// ```
public final class ArrayLine {
    private final int mark;
    private final int[] before;
    private final int[] behind;

    /// @param slots that may stand in the line, each once
    public ArrayLine(int slots) {
        mark = slots;
        before = new int[slots + 1];
        behind = new int[slots + 1];
        before[mark] = mark;
        behind[mark] = mark;
    }

    public boolean isEmpty() {
        return behind[mark] == mark;
    }

    /// Who stands at the beginning. There is at least one.
    public int first() {
        return behind[mark];
    }

    /// Puts a slot that does not stand in the line behind the last one.
    public void addToEnd(int slot) {
        throw new UnsupportedOperationException("addToEnd is yours to write");
    }

    /// Takes a slot out of the line, wherever it stands: its neighbours meet.
    public void remove(int slot) {
        throw new UnsupportedOperationException("remove is yours to write");
    }
}
