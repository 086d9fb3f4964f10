package dev.lastseat.browser;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** What a camera sees that is held at a picture, as YUV4MPEG2 (the man page yuv4mpeg(5)). */
final class Film {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int PICTURE = 440;
  private static final byte GREY = (byte) 128;

  private Film() {}

  /** Writes it; the picture is in its middle. */
  static Path of(byte[] png, Path file) throws IOException {
    ByteArrayOutputStream film = new ByteArrayOutputStream();
    film.writeBytes(ascii("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420\n".formatted(WIDTH, HEIGHT)));
    film.writeBytes(ascii("FRAME\n"));
    film.writeBytes(brightness(scene(png)));
    byte[] colours = new byte[WIDTH * HEIGHT / 2];
    Arrays.fill(colours, GREY);
    film.writeBytes(colours);
    return Files.write(file, film.toByteArray());
  }

  private static BufferedImage scene(byte[] png) throws IOException {
    BufferedImage scene = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = scene.createGraphics();
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    graphics.drawImage(
        picture, (WIDTH - PICTURE) / 2, (HEIGHT - PICTURE) / 2, PICTURE, PICTURE, null);
    graphics.dispose();
    return scene;
  }

  private static byte[] brightness(BufferedImage scene) {
    byte[] pixels = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) scene.getRaster().getSample(i % WIDTH, i / WIDTH, 0);
    }
    return pixels;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
