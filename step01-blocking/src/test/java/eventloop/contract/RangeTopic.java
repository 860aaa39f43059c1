package eventloop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests for a part of a file (RFC 9110 §14). Each row says what a server answers that serves ranges;
/// one that does not ignores the header and answers 200 with the whole.
abstract class RangeTopic extends Topic {
    private static final int SIZE = Site.MIB + 1;
    private static final String FILE = Site.fileOfSize(SIZE);

    RangeTopic(HttpContract step) {
        super(step);
    }

    @BeforeAll
    static void letTheFileGrowOld() {
        Age.await(HttpContract.site().file(FILE.substring(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-99, 0, 100",
        "bytes=100-199, 100, 100",
        "bytes=65535-65536, 65535, 2",
        "bytes=1048576-1048576, 1048576, 1",
        "bytes=1048000-, 1048000, 577",
        "bytes=0-, 0, 1048577",
        "bytes=-1, 1048576, 1",
        "bytes=-1000, 1047577, 1000",
        "bytes=-1048577, 0, 1048577",
        "bytes=-99999999, 0, 1048577",
        "bytes=5-99999999, 5, 1048572",
        "bytes=5-99999999999999999999, 5, 1048572",
        "BYTES=7-8, 7, 2",
        "bytes= 7-8, 7, 2"
    })
    void aPartIsSentWithItsPlace(String range, int from, int length) throws Exception {
        var client = connect();
        var response = client.get(FILE, "Range: " + range);
        if (step().servesRanges()) {
            assertThat(response.status()).isEqualTo(206);
            assertThat(response.header("Content-Range"))
                    .isEqualTo("bytes %d-%d/%d".formatted(from, from + length - 1, SIZE));
            var expected = Arrays.copyOfRange(Site.content(SIZE), from, from + length);
            assertThat(Arrays.equals(response.body(), expected)).isTrue();
            expectDescribedAs(client.head(FILE), response);
        } else {
            expectWhole(response);
        }
        assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
    }

    /// A part says of which file it is, and of which version.
    private static void expectDescribedAs(RawResponse whole, RawResponse part) {
        for (var name : List.of("ETag", "Last-Modified", "Content-Type")) {
            assertThat(part.values(name)).as(name).hasSize(1).isEqualTo(whole.values(name));
        }
    }

    /// Of sizes that a step may keep in memory, in one way or another: from the second time on it has them there.
    @ParameterizedTest
    @ValueSource(ints = {8 * Site.KIB, 64 * Site.KIB, Site.MIB - 1})
    void aPartIsTheSameFromDiskAndFromMemory(int size) throws Exception {
        var client = connect();
        var content = Site.content(size);
        for (int i = 0; i < 3; i++) {
            var range = "Range: bytes=%d-%d".formatted(size - 200, size - 101);
            var response = client.get(Site.fileOfSize(size), range);
            boolean isPart = step().servesRanges();
            assertThat(response.status()).isEqualTo(isPart ? 206 : 200);
            assertThat(response.body())
                    .isEqualTo(
                            isPart ? Arrays.copyOfRange(content, size - 200, size - 100) : content);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=1048577-",
                "bytes=9999999-99999999",
                "bytes=99999999999999999999-",
                "bytes=-0"
            })
    void aPartBehindTheEndIsNotSatisfiable(String range) throws Exception {
        var client = connect();
        var response = client.get(FILE, "Range: " + range);
        if (step().servesRanges()) {
            assertThat(response.status()).isEqualTo(416);
            assertThat(response.header("Content-Range")).isEqualTo("bytes */" + SIZE);
            expectErrorPage(response);
        } else {
            expectWhole(response);
        }
        assertThat(client.get("/hello.txt").text()).isEqualTo(Site.GREETING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=5-4",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=1",
                "bytes=+1-2",
                "bytes 1-2",
                "lines=1-2",
                "1-2",
                "bytes=0-1,4-5"
            })
    void whatIsNoRangeOrSeveralIsIgnored(String range) throws Exception {
        expectWhole(part(range));
    }

    /// It is one range (RFC 9110 §5.6.1.2), and any may be ignored (§14.2).
    @Test
    void aRangeBesideAnEmptyPlaceInTheListIsIgnoredToo() throws Exception {
        expectWhole(part("bytes=0-1,"));
    }

    private RawResponse part(String range, String... conditions) throws IOException {
        var headers = Arrays.copyOf(conditions, conditions.length + 1);
        headers[conditions.length] = "Range: " + range;
        return connect().get(FILE, headers);
    }

    @Test
    void ofAnEmptyFileThereIsNoPart() throws Exception {
        var status = connect().get("/size-0.bin", "Range: bytes=0-0").status();
        assertThat(status).isEqualTo(step().servesRanges() ? 416 : 200);
    }

    /// The last five bytes of a file that is shorter are all of it (RFC 9110 §14.1.2).
    @Test
    void theEndOfAnEmptyFileIsTheWhole() throws Exception {
        var response = connect().get("/size-0.bin", "Range: bytes=-5");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.has("Content-Range")).isFalse();
        assertThat(response.contentLength()).isZero();
    }

    @Test
    void aRangeIsForGetOnly() throws Exception {
        var response = connect().head(FILE, "Range: bytes=0-9");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.contentLength()).isEqualTo(SIZE);
    }

    @Test
    void partsAreOfferedByThoseWhoHaveThem() throws Exception {
        assertThat(connect().get(FILE).header("Accept-Ranges"))
                .isEqualTo(step().servesRanges() ? "bytes" : "");
    }

    @Test
    void aPartOfTheVersionTheClientHasIsSentAndElseTheWhole() throws Exception {
        var validators = connect().get(FILE);
        var date = validators.header("Last-Modified");
        var etag = validators.header("ETag");
        var part = part("bytes=0-9", "If-Range: " + etag);
        if (step().servesRanges()) {
            assertThat(etag).isNotEmpty();
            assertThat(date).isNotEmpty();
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.header("Content-Range")).isEqualTo("bytes 0-9/" + SIZE);
            assertThat(part.body()).isEqualTo(Arrays.copyOf(Site.content(SIZE), 10));
        } else {
            expectWhole(part);
        }
        expectWhole(part("bytes=0-9", "If-Range: \"another\""));
        expectWhole(part("bytes=0-9", "If-Range: W/" + etag));
        expectWhole(part("bytes=0-9", "If-Range: Thu, 29 Feb 2024 12:00:00 GMT"));
        expectWhole(part("bytes=0-9", "If-Range: " + date));
    }

    @Test
    void aConditionComesBeforeARange() throws Exception {
        var etag = connect().get(FILE).header("ETag");
        boolean meets = step().sendsValidators();
        assertThat(part("bytes=0-9", "If-None-Match: " + etag).status())
                .isEqualTo(meets ? 304 : 200);
        assertThat(part("bytes=0-9", "If-Match: \"x\"").status()).isEqualTo(meets ? 412 : 200);
    }

    private static void expectWhole(RawResponse response) {
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.has("Content-Range")).isFalse();
        assertThat(Arrays.equals(response.body(), Site.content(SIZE))).isTrue();
    }
}
