package eventloop.lab.load;

import eventloop.lab.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// The load process: reads a [LoadPlan] from its input, and writes [LoadEvent]s to its output.
/// When its input ends it ends, too: whoever started it is gone.
final class LoadMain {
    private LoadMain() {}

    public static void main(String... arguments) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var plan = Json.read(in.readLine(), LoadPlan.class);
        Thread.ofPlatform().daemon().name("parent watch").start(() -> endWith(in));
        try (var generator = new LoadGenerator(plan)) {
            generator.run(LoadMain::tell);
        }
    }

    private static void tell(LoadEvent event) {
        System.out.println(Json.line(event));
        System.out.flush();
    }

    private static void endWith(BufferedReader parent) {
        try {
            while (parent.readLine() != null) {
                // There is nothing more to be told.
            }
        } catch (IOException gone) {
            // As good as the end.
        }
        Runtime.getRuntime().halt(1);
    }
}
