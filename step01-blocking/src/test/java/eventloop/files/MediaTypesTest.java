package eventloop.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    index.html        | text/html; charset=utf-8
                    INDEX.HTM         | text/html; charset=utf-8
                    style.css         | text/css; charset=utf-8
                    app.min.js        | text/javascript; charset=utf-8
                    module.mjs        | text/javascript; charset=utf-8
                    data.json         | application/json
                    logo.svg          | image/svg+xml
                    photo.JPeG        | image/jpeg
                    한글.txt          | text/plain; charset=utf-8
                    archive.tar.gz    | application/gzip
                    program.wasm      | application/wasm
                    README            | application/octet-stream
                    html              | application/octet-stream
                    trailing.         | application/octet-stream
                    odd.unheard-of    | application/octet-stream
                    """)
    void theEndingOfANameTellsTheType(String name, String type) {
        assertThat(MediaTypes.of(name)).isEqualTo(type);
    }
}
