package eventloop.lab.measure.load;

import eventloop.lab.measure.result.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/// The load process: reads its [Share] from its input and then a [Phase] at a time, and writes [LoadEvent]s to
/// its output. When its input ends it ends, too, whatever it is doing: whoever started it is done, or gone.
final class LoadMain {
    private LoadMain() {}

    public static void main(String... arguments) throws InterruptedException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            Json.prepareToRead(Share.class, Phase.class);
            load(in);
        } catch (IOException failure) {
            System.err.println(failure);
            System.exit(1);
        } catch (RuntimeException | Error fault) {
            explain(fault instanceof CompletionException wrapped ? wrapped.getCause() : fault);
            // The loop's thread would go on without anybody.
            System.exit(1);
        }
    }

    private static void explain(Throwable fault) {
        if (fault instanceof NoPortLeftException limit) {
            System.err.println(limit.getMessage());
        } else {
            fault.printStackTrace();
            System.err.println("a fault of the load generator: " + fault);
        }
    }

    private static void load(BufferedReader in) throws IOException, InterruptedException {
        var share = Json.read(in.readLine(), Share.class);
        var phases = new LinkedBlockingQueue<Phase>();
        Thread.ofPlatform().daemon().name("orders").start(() -> take(in, phases));
        try (var generator = new LoadGenerator(share)) {
            tell(generator.prepare());
            while (true) {
                generator.run(phases.take(), LoadMain::tell);
            }
        }
    }

    private static void take(BufferedReader orders, Queue<Phase> phases) {
        try {
            for (var line = orders.readLine(); line != null; line = orders.readLine()) {
                phases.add(Json.read(line, Phase.class));
            }
        } catch (IOException gone) {
            // As good as the end.
        }
        Runtime.getRuntime().halt(0);
    }

    private static void tell(LoadEvent event) {
        System.out.println(Json.line(event));
        System.out.flush();
    }
}
