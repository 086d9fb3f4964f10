package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.CodeImages;
import java.nio.charset.StandardCharsets;

/** Images that people read, and no scanner. */
public final class FakeCodeImages implements CodeImages {
  @Override
  public byte[] png(String text) {
    return ("image of " + text).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String svg(String text) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"><text>%s</text></svg>"
        .formatted(text);
  }
}
