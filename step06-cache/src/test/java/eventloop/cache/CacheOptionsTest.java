package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.server.CommandLine;
import eventloop.server.UsageException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheOptionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--cache=-1",
                "--cache=much",
                "--cache=2048g",
                "--cache-below=2g",
                "--cache-policy=mru",
                "--cache-freshness=-1",
                "--cache-freshness=86401",
                "--cache-staleness=86401"
            })
    void whatIsOutOfRangeIsToldByItsName(String argument) {
        assertThatThrownBy(() -> readAll(argument))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(argument.split("=")[0] + " must be ");
    }

    @Test
    void theBoundsThemselvesAreTaken() throws Exception {
        var options =
                options(
                        "--cache=0",
                        "--cache-below=1g",
                        "--cache-freshness=0",
                        "--cache-staleness=86400");

        assertThat(options.budget()).isZero();
        assertThat(options.fileLimit()).isEqualTo(1L << 30);
        assertThat(options.freshness()).isZero();
        assertThat(options.staleness()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void noMoreIsGrantedThanHalfOfTheHeap() throws Exception {
        assertThat(options("--cache=1024g").budget())
                .isEqualTo(Runtime.getRuntime().maxMemory() / 2);
    }

    @Test
    void eachCacheHasAPolicyOfItsOwn() throws Exception {
        var line = line("--cache-policy=fifo");

        var policy = CacheOptions.policy(line);

        assertThat(policy).isInstanceOf(FirstInFirstOut.class);
        assertThat(CacheOptions.policy(line)).isNotSameAs(policy);
    }

    private static void readAll(String... arguments) throws UsageException {
        options(arguments);
        CacheOptions.policy(line(arguments));
    }

    private static CacheOptions options(String... arguments) throws UsageException {
        return CacheOptions.of(line(arguments));
    }

    private static CommandLine line(String... arguments) throws UsageException {
        return CommandLine.parse(CacheOptions.ALL, arguments);
    }
}
