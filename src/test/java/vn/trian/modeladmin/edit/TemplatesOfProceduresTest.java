package vn.trian.modeladmin.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import vn.trian.document.TemplatePreviews.Drawn;
import vn.trian.modeladmin.edit.Editing.Ground;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.procedure.ReleaseInfo;
import vn.trian.procedure.ReleaseStore;
import vn.trian.scenario.OnStage;

@OnStage
@DisplayName("Xem trước mẫu văn bản của các thủ tục đi kèm")
class TemplatesOfProceduresTest {

  @Autowired private TemplateEditing templates;
  @Autowired private ReleaseStore store;
  @Autowired private MessageSource messages;

  private Ground ground(String folder, String key) {
    ReleaseInfo atWork = store.atWork().stream().filter(each -> each.procedureKey().equals(key)).findFirst()
        .orElseThrow();
    ProcedureFiles files = ProcedureFiles.ofFolder(Path.of("bpmn/" + folder))
        .over(ProcedureFiles.ofFolder(Path.of("bpmn/common")));
    return new Ground(atWork, atWork, false, null, files, files);
  }

  @ParameterizedTest
  @ValueSource(strings = {"worship-allowance worshipAllowance", "burial-support burialSupport",
      "certificate-reissue certificateReissue", "orthopedic-device orthopedicDevice"})
  @DisplayName("Mẫu chính của mỗi thủ tục vẽ được, bằng hồ sơ mẫu của chính thủ tục đó")
  void everyOwnTemplateIsDrawn(String procedure) throws IOException {
    String[] parts = procedure.split(" ");
    Ground ground = ground(parts[0], parts[1]);
    assertThat(templates.samples(ground)).isNotEmpty();
    List<String> drawn = new ArrayList<>();
    for (TemplateEditing.Template each : templates.templates(ground)) {
      if (each.shared() || each.documents().isEmpty() || drawn.size() == 3) {
        continue;
      }
      String text = ground.files().text(each.file()).orElseThrow();
      Drawn paper = templates.draw(ground, each.file(), text, "").orElseThrow();
      assertThat(paper.pages()).as(each.file()).isNotEmpty();
      assertThat(paper.unknown()).as("general values that the sample lacks: " + each.file())
          .noneMatch(tag -> tag.matches("(office|document|signer|procedure|owner|submitter|subject|deadline)\\..*"));
      drawn.add(each.file());
    }
    assertThat(drawn).isNotEmpty();
  }

  @Test
  @DisplayName("Danh sách giá trị trên trang là danh sách trong docs/document-model.md")
  void theListOfValuesIsThatOfTheDocumentation() throws IOException {
    String doc = Files.readString(Path.of("docs/document-model.md"), StandardCharsets.UTF_8);
    Set<String> documented = new LinkedHashSet<>();
    for (String line : doc.substring(0, doc.indexOf("## 2.")).lines().filter(each -> each.startsWith("| `")).toList()) {
      String group = "";
      Matcher name = Pattern.compile("`([A-Za-z.]+)(\\[])?`").matcher(line.split("\\|")[1]);
      while (name.find()) {
        String tag = name.group(1).startsWith(".") ? group + name.group(1) : name.group(1);
        group = tag.contains(".") ? tag.substring(0, tag.indexOf('.')) : tag;
        documented.add(tag);
      }
    }
    Set<String> offered = Arrays.stream(messages.getMessage("edits.tags", null, Locale.ENGLISH).split(" "))
        .map(each -> each.replaceAll("[^A-Za-z.]", "")).collect(Collectors.toCollection(LinkedHashSet::new));
    documented.remove("document.id");
    assertThat(documented).hasSizeGreaterThan(60);
    assertThat(offered).containsAll(documented.stream().filter(each -> !each.matches("name|title")).toList());
    for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("vi"))) {
      offered.forEach(tag -> assertThat(messages.getMessage("edits.tag." + tag, null, language)).isNotBlank());
    }
  }
}
