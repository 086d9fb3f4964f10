package dev.lastseat.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** JSON as the contract wants it: strict when read, without nulls when written. */
final class Json {
  static final int MAX_DEPTH = 20;
  static final int MAX_STRING = 10_000;
  static final int MAX_NUMBER = 100;

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
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private Json() {}

  /** The object that the text is; anything else is MALFORMED_JSON. */
  static ObjectNode object(byte[] text) {
    try {
      JsonNode node = mapper.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw malformed("The body must be a JSON object.");
    } catch (JsonProcessingException bad) {
      throw malformed("The body is not JSON: " + bad.getOriginalMessage());
    } catch (IOException bad) {
      throw malformed("The body is not JSON in UTF-8.");
    }
  }

  static ObjectNode emptyObject() {
    return mapper.createObjectNode();
  }

  static ObjectNode tree(Object value) {
    return mapper.valueToTree(value);
  }

  static String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Problem malformed(String message) {
    return Problem.of(Code.MALFORMED_JSON, message);
  }
}
