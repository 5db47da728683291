package vn.trian.workflow.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Texts;

/**
 * What somebody sends to the engine. Only small and flat JSON objects pass, and none that brings an expression: the
 * engine evaluates expressions in parts of a query where its own ban does not look (CVE-2026-109432). The engine
 * gets what was read here, written anew, so that it cannot read something else into the same bytes.
 */
final class JsonBody {

  /** Largest body in bytes. */
  static final int LIMIT = 64 * 1024;
  private static final int DEPTH = 8;

  private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();

  private JsonBody() {}

  /**
   * Reads a body.
   *
   * @return a missing node when there is none
   * @throws DomainException INVALID {@code body-too-large}, {@code body-unreadable}, {@code body-expression}
   */
  static JsonNode read(byte[] bytes) {
    if (bytes.length > LIMIT) {
      throw new DomainException(Kind.INVALID, "body-too-large", LIMIT / 1024);
    }
    JsonNode body;
    try {
      body = MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw unreadable();
    }
    if (!body.isObject() && !body.isMissingNode()) {
      throw unreadable();
    }
    refuseBad(body);
    return body;
  }

  static byte[] write(JsonNode body) {
    try {
      return body.isMissingNode() ? new byte[0] : MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Refuses names of parameters that carry an expression or an "or" part of a query.
   *
   * @throws DomainException INVALID {@code body-expression}
   */
  static void refuseExpression(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    if (folded.endsWith("expression") || folded.equals("orqueries")) {
      throw new DomainException(Kind.INVALID, "body-expression", name.length() > 40 ? name.substring(0, 40) : name);
    }
  }

  private static DomainException unreadable() {
    return new DomainException(Kind.INVALID, "body-unreadable");
  }

  /** Besides expressions also what the engine would call a fault of its own. */
  private static void refuseBad(JsonNode node) {
    if (node.isObject()) {
      for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
        Map.Entry<String, JsonNode> field = fields.next();
        refuseExpression(field.getKey());
        if (field.getKey().equals("value") && field.getValue().isContainerNode()) {
          throw unreadable();
        }
        refuseBad(field.getValue());
      }
    } else if (node.isArray()) {
      for (JsonNode item : node) {
        if (item.isNull()) {
          throw unreadable();
        }
        refuseBad(item);
      }
    } else if (node.isTextual() && !node.asText().equals(Texts.printable(node.asText()))) {
      throw unreadable();
    }
  }
}
