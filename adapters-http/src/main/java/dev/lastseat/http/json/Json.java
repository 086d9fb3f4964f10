package dev.lastseat.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as the contract wants it: strict when read, without nulls when written. */
public final class Json {
  public static final int MAX_DEPTH = 20;
  public static final int MAX_STRING = 10_000;
  public static final int MAX_NUMBER = 100;

  private static final ObjectMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_STRING)
                          .maxNumberLength(MAX_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                  // Jackson keeps buffers by thread else, and each request has a thread of its own.
                  .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private Json() {}

  /** The object that the text is; anything else is MALFORMED_JSON. */
  public static ObjectNode object(byte[] text) {
    try (JsonParser parser = mapper.createParser(decoded(text))) {
      return object(parser);
    } catch (CharacterCodingException bad) {
      throw malformed(null, "The body must be UTF-8.");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ObjectNode object(JsonParser parser) throws IOException {
    try {
      if (mapper.readTree(parser) instanceof ObjectNode object) {
        return object;
      }
      throw malformed(null, "The body must be a JSON object.");
    } catch (StreamConstraintsException tooMuch) {
      throw malformed(
          place(parser), "The body nests too deep, or holds too long a text or number.");
    } catch (JsonProcessingException bad) {
      throw malformed(place(parser), notJson(bad));
    } catch (NumberFormatException | ArithmeticException bad) {
      throw malformed(place(parser), "The body holds a number that is out of all bounds.");
    }
  }

  /** JSON is UTF-8 (RFC 8259, section 8.1), and what is not is nothing else by guess. */
  private static String decoded(byte[] text) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
  }

  private static String notJson(JsonProcessingException bad) {
    if (bad.getOriginalMessage().startsWith("Duplicate field")) {
      return "The body has a field twice.";
    }
    JsonLocation where = bad.getLocation();
    return where == null
        ? "The body is not JSON."
        : "The body is not JSON at line "
            + where.getLineNr()
            + ", column "
            + where.getColumnNr()
            + ".";
  }

  /** The field that the parser had come to, such as {@code items[0].quantity}. */
  private static @Nullable String place(JsonParser parser) {
    String path =
        parser
            .getParsingContext()
            .pathAsPointer()
            .toString()
            .replaceAll("/(\\d+)(?=/|$)", "[$1]")
            .replace('/', '.');
    return path.isEmpty() ? null : path.replaceFirst("^\\.", "");
  }

  public static ObjectNode emptyObject() {
    return mapper.createObjectNode();
  }

  public static ObjectNode tree(Object value) {
    return mapper.valueToTree(value);
  }

  /** The values of an object as Java has them. */
  public static Map<String, Object> map(ObjectNode object) {
    return mapper.convertValue(object, new TypeReference<>() {});
  }

  public static String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Problem malformed(@Nullable String field, String message) {
    return Problem.of(Code.MALFORMED_JSON, field, message);
  }
}
