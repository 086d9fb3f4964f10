package dev.lastseat.tickets;

import dev.lastseat.domain.port.CodeImages;
import io.nayuki.qrcodegen.QrCode;

/**
 * QR codes of level M, which bear that 15 % of them is lost (ISO/IEC 18004), within the blank
 * margin that scanners need.
 */
final class QrCodes implements CodeImages {
  /** Blank modules around it (section 6.3.8). */
  private static final int MARGIN = 4;

  /** Pixels of a module. */
  private static final int SCALE = 6;

  @Override
  public byte[] png(String text) {
    QrCode code = encode(text);
    return Png.of(
        sizeOf(code) * SCALE, (x, y) -> code.getModule(x / SCALE - MARGIN, y / SCALE - MARGIN));
  }

  /** Each run of black modules in a row is one rectangle of the path. */
  @Override
  public String svg(String text) {
    QrCode code = encode(text);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int begin = x;
        while (code.getModule(x, y)) { // outside of the code all are white
          x++;
        }
        if (x > begin) {
          path.append(
              "M%d,%dh%dv1h-%dz".formatted(begin + MARGIN, y + MARGIN, x - begin, x - begin));
        }
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" \
    aria-label="QR code" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0,0h%1$dv%1$dh-%1$dz"/><path d="%2$s"/></svg>\
    """
        .formatted(sizeOf(code), path);
  }

  private static QrCode encode(String text) {
    return QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
  }

  /** In modules, with the margin. */
  private static int sizeOf(QrCode code) {
    return code.size + 2 * MARGIN;
  }
}
