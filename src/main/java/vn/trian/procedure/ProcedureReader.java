package vn.trian.procedure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trian.shared.DomainException;

/**
 * Reads the files of a release into a {@link Procedure}. Looks at what can be told from the files alone;
 * whether diagrams, tables and expressions run is for the engine's gate.
 */
@Component
public class ProcedureReader {

  /** The procedure itself. */
  public static final String PROCEDURE = "procedure.yaml";
  /** What all procedures share. */
  public static final String COMMON = "common.yaml";

  private static final ObjectMapper YAML = new YAMLMapper(
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  /**
   * Reads a release.
   *
   * @param files the procedure's folder together with the common folder; without {@code common.yaml}
   *              nothing is shared
   * @throws DomainException of kind INVALID, code {@code procedure-broken}, whose problems name every fault
   *                         with file, path and remedy
   */
  public Procedure read(ProcedureFiles files) {
    Faults faults = new Faults();
    ProcedureYaml own = bind(files, PROCEDURE, ProcedureYaml.class, faults, true);
    CommonParts common = bind(files, COMMON, CommonParts.class, faults, false);
    Map<String, FormSchema> forms = new LinkedHashMap<>();
    FormReader formReader = new FormReader(faults);
    for (String name : files.names(".form")) {
      FormSchema form = formReader.read(name, files.bytes(name).orElseThrow());
      forms.put(form.name(), form);
    }
    Procedure procedure = own == null ? null : merge(own, common == null ? CommonParts.none() : common, forms);
    if (procedure != null) {
      new ReferenceCheck(procedure, own, files, faults).check();
      new DerivedNames(procedure, faults).check();
    }
    faults.orThrow("procedure-broken");
    return procedure;
  }

  private static <T extends Record> T bind(
      ProcedureFiles files, String name, Class<T> type, Faults faults, boolean needed) {
    byte[] bytes = files.bytes(name).orElse(null);
    if (bytes == null) {
      if (needed) {
        faults.add(name, "", "còn thiếu tệp này; thêm vào thư mục thủ tục",
            "this file is missing; add it to the folder of the procedure");
      }
      return null;
    }
    try {
      JsonNode tree = YAML.readTree(bytes);
      return new RecordBinder(name, faults).bind(tree, type, "");
    } catch (JsonProcessingException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
      String said = firstLine(broken.getOriginalMessage());
      faults.add(name, "", "không đọc được YAML ở dòng " + line + " (" + said
          + "); sửa cú pháp, mỗi khóa chỉ ghi một lần", "no readable YAML in line " + line + " (" + said
          + "); correct it, each key stands once");
      return null;
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private static Procedure merge(ProcedureYaml own, CommonParts common, Map<String, FormSchema> forms) {
    return new Procedure(
        own.key(),
        own.code(),
        own.codeConfidence(),
        own.name(),
        own.shortName() == null ? own.name() : own.shortName(),
        own.legalBasis(),
        own.startForm(),
        own.resultName(),
        own.setsOfPapers() == null ? 1 : own.setsOfPapers(),
        own.fee(),
        own.variants(),
        own.owner(),
        own.submitter(),
        own.subject(),
        own.derived(),
        own.duplicateKey(),
        own.exclusive(),
        own.rules(),
        over(own.papers(), common.papers(), PaperKind::id),
        over(own.refusalReasons(), common.refusalReasons(), RefusalReason::code),
        firstOf(own.extensions(), common.extensions()),
        own.route(),
        over(own.steps(), common.steps()),
        over(own.outcomes(), common.outcomes()),
        own.eligibility(),
        own.amount(),
        over(own.documents(), common.documents()),
        own.result() == null ? new Result(null, null, null) : own.result(),
        own.payment(),
        own.listColumns(),
        forms);
  }

  private static Extensions firstOf(Extensions own, Extensions common) {
    return own != null ? own : common != null ? common : Extensions.UNSAID;
  }

  private static <T> Map<String, T> over(Map<String, T> own, Map<String, T> common) {
    Map<String, T> all = new LinkedHashMap<>(own);
    common.forEach(all::putIfAbsent);
    return all;
  }

  private static <T> List<T> over(List<T> own, List<T> common, Function<T, String> name) {
    Set<String> taken = new LinkedHashSet<>();
    own.forEach(value -> taken.add(name.apply(value)));
    return Stream.concat(own.stream(), common.stream().filter(value -> !taken.contains(name.apply(value)))).toList();
  }
}
