package vn.trian.wholecase;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** A case as data: what is handed in at which desk, and who does what with it after that. */
record WholeCase(String procedure, String desk, Map<String, Object> application, List<Move> walk) {

  private static final ObjectMapper YAML = new YAMLMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  /** One action; {@code data} may be missing. */
  record Move(String by, String outcome, Map<String, Object> data) {}

  static WholeCase read(String path, LocalDate today) {
    try (var in = new ClassPathResource(path).getInputStream()) {
      // as JSON first, so that what an anchor stands for is written out
      String json = new ObjectMapper().writeValueAsString(YAML.readValue(in, Object.class));
      return new ObjectMapper().readValue(json.replace("\"TODAY\"", "\"" + today + "\""), WholeCase.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same case of somebody else: another applicant for another martyr. */
  WholeCase of(int number) {
    try {
      ObjectMapper json = new ObjectMapper();
      Map<String, Object> copy = new HashMap<>(json.readValue(json.writeValueAsString(application)
          .replace("020099900001", String.format("0200999%05d", number))
          .replace("9L-0001", String.format("9L-%04d", number)), OBJECT));
      return new WholeCase(procedure, desk, copy, walk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
