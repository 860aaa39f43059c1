package eventloop.lab.load;

/// Divides a number into parts that differ by one at most.
final class Parts {
    private Parts() {}

    static int part(int whole, int number, int parts) {
        return whole / parts + (number < whole % parts ? 1 : 0);
    }
}
