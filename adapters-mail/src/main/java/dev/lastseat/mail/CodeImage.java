package dev.lastseat.mail;

import io.nayuki.qrcodegen.QrCode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * A text as an image of its QR code, which scanners read. The image is a PNG of black and white
 * (ISO/IEC 15948): what mail programs show, and so small a part of it that the runtime of the
 * program goes without java.desktop.
 */
final class CodeImage {
  /** Blank squares around it, as scanners need (ISO/IEC 18004, section 6.3.8). */
  private static final int MARGIN = 4;

  /** Pixels of a square. */
  private static final int SCALE = 6;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private CodeImage() {}

  static byte[] png(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int size = (code.size + 2 * MARGIN) * SCALE;
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(png)) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(size));
      chunk(out, "IDAT", pixels(code, size));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return png.toByteArray();
  }

  private static byte[] header(int size) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(header);
    out.writeInt(size);
    out.writeInt(size);
    out.write(new byte[] {1, 0, 0, 0, 0}); // one bit a pixel, in shades of grey
    return header.toByteArray();
  }

  /**
   * Row by row, each after a byte that says that it is not filtered; a bit that is set is white.
   */
  private static byte[] pixels(QrCode code, int size) throws IOException {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(pixels)) {
      for (int y = 0; y < size; y++) {
        byte[] row = new byte[1 + (size + 7) / 8];
        for (int x = 0; x < size; x++) {
          boolean white = !code.getModule(x / SCALE - MARGIN, y / SCALE - MARGIN);
          row[1 + x / 8] |= (byte) (white ? 0x80 >> x % 8 : 0);
        }
        out.write(row);
      }
    }
    return pixels.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) check.getValue());
  }
}
