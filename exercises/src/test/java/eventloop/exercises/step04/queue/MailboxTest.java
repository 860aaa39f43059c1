package eventloop.exercises.step04.queue;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.eventqueue.Event;
import eventloop.eventqueue.EventQueue;
import eventloop.exercises.Why;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;

@Tag("4.2")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MailboxTest {
    private static final int PRODUCERS = 4;

    /// More than a thread puts in before another one has its turn, on a machine with few processors.
    private static final int EACH = 100_000;

    /// A race that is lost now and then shows in one of them.
    private static final int ROUNDS = 10;

    /// Classes of the JDK with a monitor in them.
    private static final Set<String> WITH_MONITOR =
            Set.of("java/util/Vector", "java/util/Stack", "java/util/Hashtable");

    /// What a producer puts in.
    private record Letter(int producer, int number) {}

    @Test
    @Order(1)
    @DisplayName("an empty queue has nothing, and then what was put")
    @Why("the loop asks all the time, and must be told that there is nothing")
    void empty() {
        var mailbox = new Mailbox<String>();
        assertThat(mailbox.take()).as("taken").isEqualTo(Optional.empty());
        mailbox.put("a");
        mailbox.put("b");
        assertThat(mailbox.take()).as("taken").isEqualTo(Optional.of("a"));
        assertThat(mailbox.take()).as("taken").isEqualTo(Optional.of("b"));
        assertThat(mailbox.take()).as("taken").isEqualTo(Optional.empty());
    }

    @Test
    @Order(2)
    @DisplayName("it has no monitor, and no lock or queue of the JDK")
    @Why("the loop must not wait for a thread that is not running")
    void noLock() {
        assertThat(
                        Stream.of(Mailbox.class.getNestMembers())
                                .flatMap(MailboxTest::locks)
                                .distinct()
                                .toList())
                .as("locks, and queues of the JDK")
                .isEqualTo(List.of());
    }

    /// What the compiler has made of a class tells all that it uses.
    private static Stream<String> locks(Class<?> type) {
        var file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (var bytes = type.getResourceAsStream(file)) {
            var model = ClassFile.of().parse(bytes.readAllBytes());
            var blocks =
                    model.methods().stream()
                            .filter(method ->
                                    method.flags().has(AccessFlag.SYNCHRONIZED)
                                            || method.code().stream()
                                                    .flatMap(CodeModel::elementStream)
                                                    .anyMatch(MonitorInstruction.class::isInstance))
                            .map(_ -> "synchronized");
            var classes =
                    constants(model, ClassEntry.class)
                            .map(ClassEntry::asInternalName)
                            .filter(MailboxTest::isLockOrQueue);
            // Collections.synchronizedList and its like: the monitor is in the JDK.
            var wrappers =
                    constants(model, MemberRefEntry.class)
                            .filter(member ->
                                    member.owner().asInternalName().equals("java/util/Collections"))
                            .map(member -> member.name().stringValue())
                            .filter(name -> name.startsWith("synchronized"));
            return Stream.of(blocks, classes, wrappers)
                    .flatMap(Function.identity())
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static <T> Stream<T> constants(ClassModel model, Class<T> kind) {
        return StreamSupport.stream(model.constantPool().spliterator(), false)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static boolean isLockOrQueue(String name) {
        return WITH_MONITOR.contains(name)
                || name.startsWith("java/util/concurrent/")
                        && !name.startsWith("java/util/concurrent/atomic/");
    }

    @Test
    @Order(3)
    @DisplayName("four producers at once: nothing is lost, and each one's come in order")
    @Why("an event that is lost is a client that waits for ever")
    void fourProducers() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            var next = new int[PRODUCERS];
            int taken = 0;
            var letters = letters();
            for (var letter : letters) {
                if (letter.number() == next[letter.producer()]) {
                    next[letter.producer()]++;
                    taken++;
                }
            }
            assertThat(taken)
                    .withFailMessage(
                            "in round %d, %,d of %,d came out in order",
                            round, taken, PRODUCERS * EACH)
                    .isEqualTo(PRODUCERS * EACH);
            assertThat(letters.size())
                    .withFailMessage(
                            "in round %d, %,d came out, of %,d that were put in",
                            round, letters.size(), PRODUCERS * EACH)
                    .isEqualTo(PRODUCERS * EACH);
        }
    }

    @Test
    @Order(4)
    @DisplayName("it goes on for ever: three million come and go")
    @Why(
            "a busy loop has that many events within minutes, and what was taken out is to cost nothing any more")
    void forEver() {
        var mailbox = new Mailbox<byte[]>();
        int right = 0;
        for (int i = 0; i < 3_000_000; i++) {
            // All of them at once do not fit into the memory.
            var event = new byte[256];
            mailbox.put(event);
            right += mailbox.take().orElse(null) == event ? 1 : 0;
        }
        assertThat(right).as("came out in order").isEqualTo(3_000_000);
    }

    @Test
    @Order(5)
    @DisplayName("it is compared with the course's queue")
    @Why("a figure of your own is worth ten of others")
    void compared(TestReporter reporter) {
        long yours = Long.MAX_VALUE;
        long courses = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            yours = Math.min(yours, timeOfYours());
            courses = Math.min(courses, timeOfCourses());
        }
        reporter.publishEntry(
                "times as long as the course's queue", "%.1f".formatted(yours / (double) courses));
    }

    private static long timeOfYours() {
        var mailbox = new Mailbox<Event>();
        long begin = System.nanoTime();
        for (int i = 0; i < EACH; i++) {
            mailbox.put(EVENT);
        }
        while (mailbox.take().isPresent()) {}
        return System.nanoTime() - begin;
    }

    private static long timeOfCourses() {
        var queue = new EventQueue();
        long begin = System.nanoTime();
        for (int i = 0; i < EACH; i++) {
            queue.put(EVENT);
        }
        queue.drain(event -> {});
        return System.nanoTime() - begin;
    }

    private static final Event EVENT = new Event.Completion(() -> {});

    /// All letters of all producers, as the one consumer got them.
    private static List<Letter> letters() throws InterruptedException {
        var mailbox = new Mailbox<Letter>();
        var begin = new CountDownLatch(1);
        var producers =
                IntStream.range(0, PRODUCERS)
                        .mapToObj(producer ->
                                Thread.ofPlatform().start(() -> put(mailbox, producer, begin)))
                        .toList();
        var taken = new ArrayList<Letter>();
        begin.countDown();
        while (producers.stream().anyMatch(Thread::isAlive)) {
            takeAll(mailbox, taken);
        }
        takeAll(mailbox, taken);
        return taken;
    }

    private static void put(Mailbox<Letter> mailbox, int producer, CountDownLatch begin) {
        try {
            begin.await();
            for (int i = 0; i < EACH; i++) {
                mailbox.put(new Letter(producer, i));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            // What it could not put is missing in the end.
        }
    }

    private static void takeAll(Mailbox<Letter> mailbox, List<Letter> taken) {
        try {
            for (var next = mailbox.take(); next.isPresent(); next = mailbox.take()) {
                taken.add(next.get());
            }
        } catch (RuntimeException broken) {
            // What it could not take is missing in the end.
        }
    }
}
