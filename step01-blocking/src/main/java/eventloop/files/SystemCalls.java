package eventloop.files;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/// What Linux can do and the JDK has no method for: to hold a directory that may be searched and not read
/// (`O_PATH`, see open(2)), and to sleep without leaving the thread to another (usleep(3)).
final class SystemCalls {
    private static final int O_PATH = 0x200000;
    private static final int O_CLOEXEC = 0x80000;

    /// Empty on other systems, and where the JVM was told to let nobody call native code.
    static final Optional<SystemCalls> OF_LINUX = find();

    private final MethodHandle open;
    private final MethodHandle close;
    private final MethodHandle usleep;

    private SystemCalls(Linker linker) {
        open = bind(linker, "open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        close = bind(linker, "close", ValueLayout.JAVA_INT);
        usleep = bind(linker, "usleep", ValueLayout.JAVA_INT);
    }

    private static Optional<SystemCalls> find() {
        try {
            return System.getProperty("os.name").equals("Linux")
                    ? Optional.of(new SystemCalls(Linker.nativeLinker()))
                    : Optional.empty();
        } catch (IllegalCallerException | UnsupportedOperationException notAllowed) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle bind(Linker linker, String name, MemoryLayout... parameters) {
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters));
    }

    /// Opens what stands there for reaching what is below it, and for nothing else.
    ///
    /// @param path absolute; links are followed
    /// @return the number of the descriptor, which is to be given to [#close]
    /// @throws FileSystemException if it cannot be opened now, most likely for want of descriptors: whether the
    ///     directory may be searched is not asked before a name in it is looked up
    int openToSearch(Path path) throws FileSystemException {
        try (var arena = Arena.ofConfined()) {
            int descriptor = (int) open.invokeExact(bytes(path, arena), O_PATH | O_CLOEXEC);
            if (descriptor < 0) {
                throw new FileSystemException(
                        path.toString(), null, "perhaps no descriptor is left");
            }
            return descriptor;
        } catch (FileSystemException | RuntimeException | Error known) {
            throw known;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    void close(int descriptor) {
        call(close, descriptor);
    }

    /// @param micros less than a million
    void sleep(int micros) {
        call(usleep, micros);
    }

    private static void call(MethodHandle function, int argument) {
        try {
            int _ = (int) function.invokeExact(argument);
        } catch (RuntimeException | Error known) {
            throw known;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// The path as the operating system spells it. Its text may have lost bytes that the locale has no
    /// characters for; its URI has not.
    private static MemorySegment bytes(Path path, Arena arena) {
        var encoded = path.toUri().getRawPath();
        var bytes = new ByteArrayOutputStream(encoded.length() + 1);
        for (int i = 0; i < encoded.length(); i++) {
            boolean isEncoded = encoded.charAt(i) == '%';
            bytes.write(
                    isEncoded ? Integer.parseInt(encoded, i + 1, i + 3, 16) : encoded.charAt(i));
            i += isEncoded ? 2 : 0;
        }
        bytes.write(0);
        return arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes.toByteArray());
    }
}
