package dev.lastseat.mongo.engine;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** One message of MongoDB's wire protocol (OP_MSG), read whole. */
public record Wire(byte[] bytes) {
  private static final int LENGTH_BYTES = 4;

  private static final int FLAGS = 16;
  private static final int SECTIONS = FLAGS + 4;

  /** After the kind of the first section, the document's length and the type of its first field. */
  private static final int COMMAND_NAME = SECTIONS + 1 + 4 + 1;

  static Wire read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    byte[] length = in.readNBytes(LENGTH_BYTES);
    if (length.length < LENGTH_BYTES) {
      throw new EOFException();
    }
    int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
    byte[] message = new byte[size];
    System.arraycopy(length, 0, message, 0, LENGTH_BYTES);
    in.readFully(message, LENGTH_BYTES, size - LENGTH_BYTES);
    return new Wire(message);
  }

  /** The name of the command, such as {@code insert}. */
  public String command() {
    int end = COMMAND_NAME;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, COMMAND_NAME, end - COMMAND_NAME, StandardCharsets.US_ASCII);
  }

  /** Whether the server sends another answer to the same question. */
  boolean moreToCome() {
    return (bytes[FLAGS] & 2) != 0;
  }

  public boolean isWrite() {
    return switch (command()) {
      case "insert", "update", "delete", "findAndModify" -> true;
      default -> false;
    };
  }
}
