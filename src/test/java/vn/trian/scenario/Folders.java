package vn.trian.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.workflow.rehearsal.Scenario;

/** Folders of procedures as administrators bring them: of another name, with other words, with their scenarios. */
final class Folders {

  private Folders() {}

  /** The small procedure that is not packaged, under a name of its own: releases outlive a test. */
  static ProcedureFiles graveVisit(String key) {
    return named(ProcedureFiles.ofFolder(Path.of("src/test/resources/procedures/grave-visit")), "graveVisit", key);
  }

  /** With other words wherever they stand. */
  static ProcedureFiles named(ProcedureFiles folder, String from, String to) {
    Map<String, byte[]> files = new HashMap<>();
    folder.names().forEach(name -> files.put(name,
        folder.text(name).orElseThrow().replace(from, to).getBytes(StandardCharsets.UTF_8)));
    return ProcedureFiles.of(files);
  }

  /** One file alone, with other words in it. */
  static ProcedureFiles file(ProcedureFiles folder, String name, String from, String to) {
    String text = folder.text(name).orElseThrow();
    assertThat(text).contains(from);
    return ProcedureFiles.of(Map.of(name, text.replace(from, to).getBytes(StandardCharsets.UTF_8)));
  }

  static Scenario scenario(ProcedureFiles folder, String id) {
    return Scenario.read(folder.bytes("scenarios.yaml").orElseThrow()).stream().filter(each -> each.id().equals(id))
        .findFirst().orElseThrow();
  }
}
