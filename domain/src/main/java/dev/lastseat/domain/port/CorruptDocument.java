package dev.lastseat.domain.port;

/** Something stored makes no sense: names what it is, its id and the field. */
public final class CorruptDocument extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** {@code collection} as the store names it, such as {@code booking}. */
  public CorruptDocument(String collection, String id, String field, Throwable cause) {
    super("%s '%s' has a bad %s: %s".formatted(collection, id, field, cause.getMessage()), cause);
  }
}
