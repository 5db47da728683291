package vn.trian.procedure;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

final class Fixtures {

  static final ProcedureFiles COMMON = ProcedureFiles.ofFolder(Path.of("src/test/resources/procedures/common"));
  static final ProcedureFiles VISIT =
      ProcedureFiles.ofFolder(Path.of("src/test/resources/procedures/sample-visit")).over(COMMON);
  static final ProcedureFiles BROKEN = ProcedureFiles.ofFolder(Path.of("src/test/resources/procedures/broken"));

  private Fixtures() {}

  static Procedure visit() {
    return new ProcedureReader().read(VISIT);
  }

  /** Mutable data from dotted paths. */
  static Map<String, Object> data(Object... pathsAndValues) {
    Map<String, Object> data = new LinkedHashMap<>();
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      Paths.set(data, (String) pathsAndValues[i], pathsAndValues[i + 1]);
    }
    return data;
  }
}
