package dev.lastseat.mongo.engine;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/** One message of MongoDB's wire protocol (OP_MSG), read whole. */
public record Wire(byte[] bytes) {
  private static final int LENGTH_BYTES = 4;

  private static final int REQUEST_ID = 4;
  private static final int OPCODE = 12;
  private static final int OP_MSG = 2013;
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

  /**
   * The command as one document, with the sequences of documents that follow it; empty where it is
   * a greeting of old.
   */
  public Optional<BsonDocument> document() {
    return integer(OPCODE) == OP_MSG ? Optional.of(sections()) : Optional.empty();
  }

  private int integer(int offset) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
  }

  private BsonDocument sections() {
    ByteBuffer rest = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(SECTIONS);
    rest.get();
    BsonDocument command = next(rest);
    while (rest.hasRemaining()) {
      rest.get();
      int end = rest.position() + rest.getInt();
      String field = text(rest);
      BsonArray sequence = new BsonArray();
      while (rest.position() < end) {
        sequence.add(next(rest));
      }
      command.append(field, sequence);
    }
    return command;
  }

  private static BsonDocument next(ByteBuffer rest) {
    byte[] document = new byte[rest.getInt(rest.position())];
    rest.get(document);
    return Bson.read(document);
  }

  private static String text(ByteBuffer rest) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (byte next = rest.get(); next != 0; next = rest.get()) {
      text.write(next);
    }
    return text.toString(StandardCharsets.US_ASCII);
  }

  /** The answer to this message. */
  public Wire answer(BsonDocument document) {
    byte[] body = Bson.write(document);
    ByteBuffer answer =
        ByteBuffer.allocate(SECTIONS + 1 + body.length).order(ByteOrder.LITTLE_ENDIAN);
    int request = integer(REQUEST_ID);
    answer.putInt(answer.capacity()).putInt(request).putInt(request).putInt(OP_MSG).putInt(0);
    answer.put((byte) 0).put(body);
    return new Wire(answer.array());
  }

  /** Whether the server sends another answer to the same question. */
  boolean moreToCome() {
    return (bytes[FLAGS] & 2) != 0;
  }

  public boolean isWrite() {
    return switch (command()) {
      case "insert", "update", "delete", "findAndModify", "commitTransaction" -> true;
      default -> false;
    };
  }
}
