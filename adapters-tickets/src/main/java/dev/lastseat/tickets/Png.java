package dev.lastseat.tickets;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Square images of black and white as PNG (ISO/IEC 15948): so small a part of it that the runtime
 * of the program goes without java.desktop.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private Png() {}

  /** Which pixels are black. */
  interface Pixels {
    boolean isBlack(int x, int y);
  }

  static byte[] of(int size, Pixels pixels) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(png)) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(size));
      chunk(out, "IDAT", rows(size, pixels));
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

  /** Each after a byte that says that it is not filtered; a bit that is set is white. */
  private static byte[] rows(int size, Pixels pixels) throws IOException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(rows)) {
      for (int y = 0; y < size; y++) {
        byte[] row = new byte[1 + (size + 7) / 8];
        for (int x = 0; x < size; x++) {
          row[1 + x / 8] |= (byte) (pixels.isBlack(x, y) ? 0 : 0x80 >> x % 8);
        }
        out.write(row);
      }
    }
    return rows.toByteArray();
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
