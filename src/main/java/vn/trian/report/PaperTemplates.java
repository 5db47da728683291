package vn.trian.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.trian.document.TemplateSource;
import vn.trian.procedure.ProcedureFiles;

/** Templates of papers that belong to no procedure; heads and feet are those of all documents. */
@Component
class PaperTemplates {

  private final ProcedureFiles files =
      ProcedureFiles.ofClasspath("papers").over(ProcedureFiles.ofClasspath("bpmn/common"));

  TemplateSource get(String name) {
    Map<String, String> partials = new LinkedHashMap<>();
    for (String file : files.names()) {
      if (file.endsWith(".html") || file.endsWith(".css")) {
        partials.put(file.substring(0, file.lastIndexOf('.')), files.text(file).orElseThrow());
      }
    }
    return new TemplateSource(name, partials.remove(name), partials);
  }
}
