package dev.lastseat.http.local;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;

/** Takes a message apart, and the pieces that its body may have come in together. */
final class ResponseReader implements HttpParser.ResponseHandler {
  private final List<Header> headers = new ArrayList<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;
  private boolean whole;

  private ResponseReader() {}

  /** Nothing if it is not whole. */
  static Optional<LocalResponse> read(ByteBuffer message, boolean head) {
    ResponseReader reader = new ResponseReader();
    HttpParser parser = new HttpParser(reader);
    parser.setHeadResponse(head);
    parser.atEOF();
    while (!parser.isTerminated() && !parser.parseNext(message) && message.hasRemaining()) {
      // One step after the other.
    }
    return reader.whole
        ? Optional.of(new LocalResponse(reader.status, reader.headers, reader.body.toByteArray()))
        : Optional.empty();
  }

  @Override
  public void startResponse(HttpVersion version, int status, String reason) {
    this.status = status;
  }

  @Override
  public void parsedHeader(HttpField field) {
    headers.add(new Header(field.getName(), Objects.requireNonNullElse(field.getValue(), "")));
  }

  @Override
  public boolean headerComplete() {
    return false;
  }

  @Override
  public boolean content(ByteBuffer piece) {
    byte[] bytes = new byte[piece.remaining()];
    piece.get(bytes);
    body.writeBytes(bytes);
    return false;
  }

  @Override
  public boolean contentComplete() {
    return false;
  }

  @Override
  public boolean messageComplete() {
    whole = true;
    return true;
  }

  @Override
  public void earlyEOF() {
    whole = false;
  }
}
