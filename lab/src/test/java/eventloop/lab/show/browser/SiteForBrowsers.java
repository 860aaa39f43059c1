package eventloop.lab.show.browser;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Pages such as browsers meet: one with many pictures, one with a Korean name, a long sound, a large download.
final class SiteForBrowsers {
    static final int PICTURES = 12;
    static final String KOREAN = "한글 문서.html";
    static final int SOUND_SECONDS = 600;

    private static final int DOWNLOAD = 3 << 20;
    private static final int SAMPLES_A_SECOND = 44_100;
    private static final int WAVE_HEAD = 44;

    private SiteForBrowsers() {}

    static void make(Path site) throws IOException {
        var pictures = new StringBuilder();
        for (int i = 0; i < PICTURES; i++) {
            var svg =
                    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><!-- %d --></svg>"
                            .formatted(i);
            Files.writeString(site.resolve("picture" + i + ".svg"), svg);
            pictures.append("<img alt='' src='picture").append(i).append(".svg'>");
        }
        page(site, "index.html", "pictures", pictures.toString());
        page(site, KOREAN, "한글", "<p>안녕하세요</p>");
        page(site, "sound.html", "sound", "<audio src='sound.wav' preload='metadata'></audio>");
        Files.write(site.resolve("sound.wav"), silence());
        Files.write(site.resolve("download.bin"), noise());
    }

    private static void page(Path site, String name, String title, String body) throws IOException {
        Files.writeString(
                site.resolve(name),
                """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>%s</title>
                <link rel="icon" href="data:,"><body>%s</body></html>
                """
                        .formatted(title, body));
    }

    /// Ten minutes in the format that needs no encoder: 44,100 bytes for each second behind a head (RIFF/WAVE, PCM).
    private static byte[] silence() {
        int length = SOUND_SECONDS * SAMPLES_A_SECOND;
        var file = ByteBuffer.allocate(WAVE_HEAD + length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(WAVE_HEAD - 8 + length).put(ascii("WAVEfmt "));
        file.putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(SAMPLES_A_SECOND).putInt(SAMPLES_A_SECOND);
        file.putShort((short) 1).putShort((short) 8);
        file.put(ascii("data")).putInt(length);
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] noise() {
        var bytes = new byte[DOWNLOAD];
        new Random(2018).nextBytes(bytes);
        return bytes;
    }
}
