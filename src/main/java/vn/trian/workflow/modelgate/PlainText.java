package vn.trian.workflow.modelgate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the bytes of a file into text: UTF-8 without a mark in front, and nothing else, so that no reader behind
 * this one can take the same bytes for something else.
 */
final class PlainText {

  /** Largest file in bytes. */
  static final int LIMIT = 1024 * 1024;
  private static final Pattern DECLARED =
      Pattern.compile("\\A\\s*<\\?xml[^>]*?\\bencoding\\s*=\\s*[\"']([^\"']*)[\"']");
  /** Marks that turn the direction of writing: whoever agrees to a release would read something else than it says. */
  private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C]"
      + "|&#(?:x(?:202[a-e]|206[6-9]|200[ef]|61c)|823[4-8]|829[4-7]|820[67]|1564);", Pattern.CASE_INSENSITIVE);
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private PlainText() {}

  /** The text, or nothing when a fault was noted. */
  static Optional<String> of(String file, byte[] bytes, Findings findings) {
    if (bytes.length > LIMIT) {
      findings.add(file, "model-too-large", LIMIT / 1024);
      return Optional.empty();
    }
    Optional<String> text = decoded(bytes).filter(PlainText::isText);
    if (text.isEmpty()) {
      findings.add(file, "model-not-utf8");
      return text;
    }
    if (TURNS.matcher(text.get()).find()) {
      findings.add(file, "model-hidden");
    }
    if (text.get().isBlank()) {
      findings.add(file, "model-empty");
      return Optional.empty();
    }
    Matcher declared = DECLARED.matcher(text.get());
    if (declared.find() && !declared.group(1).toUpperCase(Locale.ROOT).equals("UTF-8")) {
      // it reads as UTF-8 all the same, so that the other faults can be told as well
      findings.add(file, "model-encoding", declared.group(1));
    }
    return text;
  }

  private static Optional<String> decoded(byte[] bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  /** Zip files and pictures that happen to decode are full of these. */
  private static boolean isText(String text) {
    return text.chars().noneMatch(each -> each == BYTE_ORDER_MARK
        || each < ' ' && each != '\n' && each != '\r' && each != '\t');
  }
}
