package eventloop.lab.measure.site;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/// Draws the site's two pictures from simulations: what is seen on them has been computed, not sketched.
///
/// `java -cp lab/target/lab.jar eventloop.lab.measure.site.Pictures lab/site`
public final class Pictures {
    private static final long SEED = 2018;
    private static final Color PAPER = new Color(0xF6F8FA);
    private static final Color QUIET = new Color(0x57606A);
    private static final Color BLUE = new Color(0x0B6BCB);
    private static final Color ORANGE = new Color(0xB35900);
    private static final Color GREEN = new Color(0x1A7F37);

    private Pictures() {}

    public static void main(String... arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        var pictures = Path.of(arguments[0], "pictures");
        ImageIO.write(arrivals(), "png", pictures.resolve("arrivals.png").toFile());
        ImageIO.write(waiting(), "png", pictures.resolve("waiting.png").toFile());
    }

    /// One second of 5,000 requests at random times: 100 lines of ten milliseconds each.
    private static BufferedImage arrivals() {
        int width = 800;
        int lines = 100;
        int lineHeight = 5;
        var picture = new BufferedImage(width, lines * lineHeight, BufferedImage.TYPE_INT_RGB);
        var graphics = prepare(picture);
        graphics.setColor(BLUE);
        var random = new SplittableRandom(SEED);
        for (double second = gap(random, 5000); second < 1; second += gap(random, 5000)) {
            double line = second * lines;
            double x = (line - Math.floor(line)) * width;
            graphics.fillRect((int) x, (int) line * lineHeight + 1, 3, 3);
        }
        graphics.dispose();
        return picture;
    }

    private static BufferedImage waiting() {
        var picture = new BufferedImage(800, 360, BufferedImage.TYPE_INT_RGB);
        var graphics = prepare(picture);
        drawQueue(graphics, 0.97, ORANGE, 24);
        drawQueue(graphics, 0.90, BLUE, 44);
        drawQueue(graphics, 0.80, GREEN, 64);
        graphics.dispose();
        return picture;
    }

    /// The line before one server that takes a millisecond for each request, over 0.8 seconds.
    private static void drawQueue(Graphics2D graphics, double busy, Color color, int legendY) {
        var random = new SplittableRandom(SEED);
        var curve = new Path2D.Double();
        double waitingMillis = 0;
        curve.moveTo(0, 350);
        double pixelsAMilli = 1;
        for (double milli = 0; milli < 800; ) {
            double gap = gap(random, busy);
            double idleAt = milli + waitingMillis;
            milli += gap;
            waitingMillis = Math.max(0, waitingMillis - gap);
            curve.lineTo(Math.min(idleAt, milli) * pixelsAMilli, y(waitingMillis));
            curve.lineTo(milli * pixelsAMilli, y(waitingMillis));
            waitingMillis += 1;
            curve.lineTo(milli * pixelsAMilli, y(waitingMillis));
        }
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(1.4f));
        graphics.draw(curve);
        graphics.fillRect(16, legendY - 9, 10, 10);
        graphics.setColor(QUIET);
        graphics.drawString("busy %.0f percent of the time".formatted(busy * 100), 34, legendY);
    }

    private static double y(double waiting) {
        return 350 - waiting * 6;
    }

    private static double gap(SplittableRandom random, double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }

    private static Graphics2D prepare(BufferedImage picture) {
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        return graphics;
    }
}
