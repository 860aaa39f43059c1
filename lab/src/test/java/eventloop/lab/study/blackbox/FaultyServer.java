package eventloop.lab.study.blackbox;

import eventloop.lab.study.blackbox.FaultyFiles.FaultyAnswer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that keeps all promises but one: a thread for each connection, which waits its turn where the
/// fault has it wait.
final class FaultyServer implements AutoCloseable {
    static final int REQUEST_TIMEOUT_SECONDS = 1;

    private static final int IDLE_MILLIS = 60_000;
    private static final int CROWD = 200;
    private static final long LONG_WRITE_NANOS = 500_000_000;
    private static final int LARGE = 1 << 20;
    private static final int PIECE = 16_384;

    private final Fault fault;
    private final FaultyFiles files;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private int accepted;
    private final AtomicInteger kept = new AtomicInteger();
    private final ExecutorService threads;

    /// What a fault has done by a bounded number only.
    private final Semaphore reading;

    private final Semaphore writing;
    private final Semaphore disk;
    private final Semaphore turn;

    FaultyServer(Path root, Fault fault) throws IOException {
        this.fault = fault;
        this.files = new FaultyFiles(root, fault);
        this.listening = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        this.threads =
                fault == Fault.POOL
                        ? Executors.newFixedThreadPool(CROWD)
                        : Executors.newCachedThreadPool();
        reading =
                places(
                        fault == Fault.ONE_READS
                                ? 1
                                : fault == Fault.HUNDRED_READ ? 100 : CROWD * 10);
        writing =
                places(fault == Fault.ONE_WRITES ? 1 : fault == Fault.TEN_WRITE ? 10 : CROWD * 10);
        disk = places(1);
        turn = places(1);
        Thread.ofPlatform().start(this::accept);
    }

    private static Semaphore places(int number) {
        return new Semaphore(number, true);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                open.add(socket);
                if (fault == Fault.ONE_AT_A_TIME) {
                    serve(socket);
                } else if (fault == Fault.DROPS_CROWD && ++accepted > CROWD) {
                    open.remove(socket);
                    socket.close();
                } else {
                    threads.submit(() -> serve(socket));
                }
            }
        } catch (IOException | RejectedExecutionException closed) {
            // The test is over, or the fault has closed it.
        }
    }

    private void serve(Socket socket) {
        boolean isKept = false;
        try (socket) {
            socket.setTcpNoDelay(true);
            var input = new BufferedInputStream(socket.getInputStream());
            for (int served = 0; exchange(socket, input); served++) {
                if (served == 1) {
                    isKept = true;
                    if (kept.incrementAndGet() > CROWD && fault == Fault.FORGETS_KEPT) {
                        break;
                    }
                }
            }
        } catch (IOException | InterruptedException gone) {
            // The client has had enough, or the test is over.
        } finally {
            open.remove(socket);
            if (isKept) {
                kept.decrementAndGet();
            }
        }
    }

    /// @return whether there may be another one
    private boolean exchange(Socket socket, BufferedInputStream input)
            throws IOException, InterruptedException {
        socket.setSoTimeout(IDLE_MILLIS);
        input.mark(1);
        if (input.read() < 0) {
            return false;
        }
        input.reset();
        if (fault != Fault.GREEDY) {
            return answer(socket, input);
        }
        turn.acquire();
        turn.release();
        boolean goesOn = answer(socket, input);
        if (input.available() > 0) {
            turn.acquire();
            while (goesOn && input.available() > 0) {
                goesOn = answer(socket, input);
            }
            turn.release();
        }
        return goesOn;
    }

    private boolean answer(Socket socket, BufferedInputStream input)
            throws IOException, InterruptedException {
        var head = new StringBuilder();
        if (!readInTime(socket, input, head)) {
            boolean isHead = head.toString().startsWith("HEAD") && fault != Fault.BODY_TO_LATE_HEAD;
            write(socket, FaultyFiles.error("408 Request Timeout", isHead));
            return false;
        }
        var request = new FaultyRequest(head.toString());
        if (fault != Fault.BODY_AS_REQUEST) {
            input.skipNBytes(request.bodyLength());
        }
        if (fault == Fault.DROPS_WHAT_FOLLOWS) {
            input.skipNBytes(input.available());
        }
        answer(socket, request);
        boolean closes =
                request.closes() && fault != Fault.IGNORES_CLOSE
                        || request.isOld() && fault != Fault.IGNORES_VERSION
                        || fault == Fault.CLOSES_ALWAYS;
        return !closes;
    }

    private void answer(Socket socket, FaultyRequest request)
            throws IOException, InterruptedException {
        var answer = files.answer(request);
        boolean waits = fault == Fault.ONE_DISK && answer.body().length < LARGE;
        if (waits) {
            disk.acquire();
        }
        try {
            if (request.target().equals(FaultyFiles.SLOW)) {
                Thread.sleep(FaultyFiles.SLOW_MILLIS);
            }
            write(socket, answer);
        } finally {
            if (waits) {
                disk.release();
            }
        }
    }

    /// @return whether the head came whole before its time was over
    private boolean readInTime(Socket socket, InputStream input, StringBuilder head)
            throws IOException, InterruptedException {
        reading.acquire();
        try {
            long end = System.nanoTime() + REQUEST_TIMEOUT_SECONDS * 1_000_000_000L;
            if (fault == Fault.ONE_READ) {
                var bytes = new byte[PIECE];
                head.append(new String(bytes, 0, input.read(bytes), StandardCharsets.ISO_8859_1));
                return true;
            }
            while (head.indexOf("\r\n\r\n") < 0) {
                if (isTimed()) {
                    socket.setSoTimeout((int) Math.max(1, millisUntil(end)));
                }
                int next = input.read();
                if (next < 0) {
                    throw new IOException("ended within a request");
                }
                head.append((char) next);
            }
            return true;
        } catch (SocketTimeoutException late) {
            return false;
        } finally {
            reading.release();
        }
    }

    private long millisUntil(long end) {
        return fault == Fault.TIMES_EACH_BYTE
                ? REQUEST_TIMEOUT_SECONDS * 1_000L
                : (end - System.nanoTime()) / 1_000_000;
    }

    /// Where only some can read, a timer would free them before somebody notices.
    private boolean isTimed() {
        return fault != Fault.ONE_READS && fault != Fault.HUNDRED_READ;
    }

    private void write(Socket socket, FaultyAnswer answer)
            throws IOException, InterruptedException {
        writing.acquire();
        try {
            var out = socket.getOutputStream();
            out.write(answer.head());
            for (int from = answer.from(); from < answer.to(); from += PIECE) {
                long begun = System.nanoTime();
                out.write(answer.body(), from, Math.min(PIECE, answer.to() - from));
                boolean hasWaited = System.nanoTime() - begun > LONG_WRITE_NANOS;
                if (fault == Fault.LEAVES_LATE_READERS && hasWaited) {
                    throw new IOException("the client reads too slowly");
                }
            }
        } catch (IOException reset) {
            if (fault == Fault.DIES_OF_RESET) {
                close();
            }
            throw reset;
        } finally {
            writing.release();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException closed) {
            // It is what was wanted.
        }
        threads.shutdownNow();
    }
}
