package dev.lastseat.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * What another library reads in the image of a code. The image is nothing but the code: in a
 * photograph ZXing fails to find 1 to 4 codes of a thousand, however sharp it is.
 */
final class QrReader {
  private QrReader() {}

  static String read(byte[] png) throws IOException, ReaderException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int width = image.getWidth();
    int height = image.getHeight();
    var pixels =
        new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(pixels)),
            Map.of(DecodeHintType.PURE_BARCODE, true))
        .getText();
  }
}
