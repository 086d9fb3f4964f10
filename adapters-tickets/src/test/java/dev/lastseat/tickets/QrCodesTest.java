package dev.lastseat.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.lastseat.domain.contract.CodeImagesContract;
import dev.lastseat.domain.port.CodeImages;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images of codes, read by the decoder of another house. */
class QrCodesTest extends CodeImagesContract {
  private static final String CODE = "7K3M-9QXV-R4TD-02P6-ABCD-EFGH-JKMN-PQRS-TVWX-YZ01";
  private static final String SIGNED =
      "LS1.7K3M9QXVR4TD0200128T51NKB8G01NKG3R0"
          + "0123456789ABCDEFGHJKMNPQRSTVWXYZ".repeat(4).substring(25);
  private static final int PIXELS = 200;

  private final CodeImages images = new QrCodes();

  @Override
  protected CodeImages open() {
    return new QrCodes();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 10", "7, 0", "45, 0", "90, 0", "123, 0", "180, 10", "20, 10"})
  void both_images_are_read_at_200_pixels_however_they_are_turned_and_with_noise(
      int degrees, int percentOfNoise) throws Exception {
    for (String code : List.of(CODE, SIGNED)) {
      BufferedImage png = ImageIO.read(new ByteArrayInputStream(images.png(code)));
      for (BufferedImage image : List.of(png, drawn(images.svg(code)))) {
        assertThat(decoded(noisy(turned(image, degrees), percentOfNoise))).isEqualTo(code);
      }
    }
  }

  @Test
  void four_blank_modules_surround_a_code_on_each_side() throws Exception {
    BufferedImage png = ImageIO.read(new ByteArrayInputStream(images.png(CODE)));
    int module = 6;
    int margin = 4 * module;
    for (int along = 0; along < png.getWidth(); along++) {
      for (int across = 0; across < margin; across++) {
        int end = png.getWidth() - 1 - across;
        assertThat(isWhite(png, along, across) && isWhite(png, along, end)).isTrue();
        assertThat(isWhite(png, across, along) && isWhite(png, end, along)).isTrue();
      }
    }
    assertThat(isWhite(png, margin, margin)).isFalse();
  }

  private static boolean isWhite(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) == Color.WHITE.getRGB();
  }

  /** What a browser makes of it, of a few pixels a module. */
  private static BufferedImage drawn(String svg) {
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"").matcher(svg);
    assertThat(box.find()).isTrue();
    int scale = 6;
    int size = Integer.parseInt(box.group(1)) * scale;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, size, size);
    graphics.setColor(Color.BLACK);
    graphics.scale(scale, scale);
    Pattern.compile("M(\\d+),(\\d+)h(\\d+)v1h-\\3z")
        .matcher(svg)
        .results()
        .forEach(
            run ->
                graphics.fillRect(
                    Integer.parseInt(run.group(1)),
                    Integer.parseInt(run.group(2)),
                    Integer.parseInt(run.group(3)),
                    1));
    return image;
  }

  /**
   * At the size of the test, on a page that has room for its corners. As in a camera, a pixel is as
   * grey as what it covers is on average.
   */
  private static BufferedImage turned(BufferedImage image, int degrees) {
    int fine = 4;
    int page = PIXELS * 3 / 2;
    BufferedImage turned = new BufferedImage(fine * page, fine * page, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, fine * page, fine * page);
    graphics.scale(fine, fine);
    graphics.rotate(Math.toRadians(degrees), page / 2.0, page / 2.0);
    int corner = (page - PIXELS) / 2;
    graphics.drawImage(image, corner, corner, PIXELS, PIXELS, null);
    BufferedImage seen = new BufferedImage(page, page, BufferedImage.TYPE_INT_RGB);
    Image averaged = turned.getScaledInstance(page, page, Image.SCALE_AREA_AVERAGING);
    seen.createGraphics().drawImage(averaged, 0, 0, null);
    return seen;
  }

  /** As a camera sees it in poor light: Gaussian noise of so much of the range of greys. */
  private static BufferedImage noisy(BufferedImage image, int percent) {
    Random random = new Random(percent);
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        double noise = random.nextGaussian() * 255 * percent / 100;
        int grey = Math.clamp(Math.round((image.getRGB(x, y) & 255) + noise), 0, 255);
        image.setRGB(x, y, new Color(grey, grey, grey).getRGB());
      }
    }
    return image;
  }

  private static String decoded(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }
}
