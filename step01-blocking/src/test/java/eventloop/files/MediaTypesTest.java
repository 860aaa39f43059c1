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
                    logo.svgz         | image/svg+xml
                    song.ogg          | audio/ogg
                    song.m4a          | audio/mp4
                    film.mov          | video/quicktime
                    film.vtt          | text/vtt; charset=utf-8
                    page.xhtml        | application/xhtml+xml
                    news.rss          | application/rss+xml
                    news.atom         | application/atom+xml
                    photo.bmp         | image/bmp
                    photo.avif        | image/avif
                    site.webmanifest  | application/manifest+json
                    letters.otf       | font/otf
                    letters.woff2     | font/woff2
                    archive.7z        | application/x-7z-compressed
                    report.docx       | application/vnd.openxmlformats-officedocument.wordprocessingml.document
                    notes.md          | text/markdown; charset=utf-8
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
