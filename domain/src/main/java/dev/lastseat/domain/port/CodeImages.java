package dev.lastseat.domain.port;

/** Codes as images that scanners read. The same text has always the same image. */
public interface CodeImages {
  /** A file that mail programs and printers know. */
  byte[] png(String text);

  /** An element of HTML, and a file too, that is sharp at any size; nothing in it needs a style. */
  String svg(String text);
}
