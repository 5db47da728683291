package vn.trian.workflow.modelgate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.trian.document.Documents;
import vn.trian.document.TemplateSource;
import vn.trian.procedure.FormComponent;
import vn.trian.procedure.FormSchema;
import vn.trian.procedure.Paths;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.ProcedureFiles;
import vn.trian.shared.DomainException;

/** Fills each template of a release with an invented case: a broken one is found before a real case needs it. */
@Component
class RenderCheck {

  /** Sections within sections; whoever fills a template calls itself for each. */
  private static final int DEPTH = 12;
  private static final Pattern SECTION = Pattern.compile("\\{\\{\\s*([#^/])");

  private static final Pattern STYLE = Pattern.compile("(?is)<style[^>]*>(.*?)(?:</style|\\z)");
  private static final Pattern PART = Pattern.compile("\\{\\{\\s*>\\s*([^}\\s]+)\\s*}}");

  private final Documents documents;

  RenderCheck(Documents documents) {
    this.documents = documents;
  }

  void check(Procedure procedure, ProcedureFiles files, Findings findings) {
    Map<String, String> partials = new LinkedHashMap<>();
    for (String file : files.names()) {
      if (file.endsWith(".html") || file.endsWith(".css")) {
        partials.put(file.substring(0, file.lastIndexOf('.')), files.text(file).orElseThrow());
      }
    }
    if (partials.entrySet().stream().anyMatch(each -> isTooDeep(each.getKey(), each.getValue(), findings))) {
      return;
    }
    files.names().stream().filter(name -> name.endsWith(".html")).forEach(name -> styles(name, files, findings));
    Map<String, Object> model = model(procedure);
    procedure.documents().values().stream().filter(each -> each != null && partials.containsKey(each.template()))
        .map(each -> each.template()).distinct().forEach(name -> {
          try {
            documents.unknownTags(new TemplateSource(name, partials.get(name), partials), model);
          } catch (DomainException broken) {
            findings.addAt(name + ".html", name + ".html", "model-template-broken", said(broken));
          }
        });
  }

  /** What is put into a style sheet must itself have been looked at as one. */
  private static void styles(String name, ProcedureFiles files, Findings findings) {
    Matcher style = STYLE.matcher(files.text(name).orElseThrow());
    while (style.find()) {
      Matcher part = PART.matcher(style.group(1));
      while (part.find()) {
        if (files.has(part.group(1) + ".html")) {
          findings.addAt(name, "<style>", "model-template-broken", "{{> " + part.group(1) + "}}");
        }
      }
    }
  }

  private static String said(DomainException broken) {
    Object[] arguments = broken.arguments("vi");
    return arguments.length == 0 ? broken.code() : String.valueOf(arguments[arguments.length - 1]);
  }

  private static boolean isTooDeep(String name, String text, Findings findings) {
    Matcher section = SECTION.matcher(text);
    int depth = 0;
    while (section.find()) {
      depth += section.group(1).equals("/") ? -1 : 1;
      if (depth > DEPTH) {
        findings.addAt(name + ".html", name + ".html", "model-template-broken", "{{#…}} > " + DEPTH);
        return true;
      }
    }
    return false;
  }

  /** Every field of every form with something in it, lists with one row. */
  private static Map<String, Object> model(Procedure procedure) {
    Map<String, Object> model = new HashMap<>();
    fill(model, procedure.forms().get(procedure.startForm()));
    procedure.steps().forEach((id, step) -> {
      Map<String, Object> answers = new HashMap<>();
      fill(answers, step.prepare().form() == null ? null : procedure.forms().get(step.prepare().form()));
      model.put(id, answers);
    });
    return model;
  }

  private static void fill(Map<String, Object> model, FormSchema form) {
    if (form == null) {
      return;
    }
    form.byPath().forEach((path, component) -> {
      if (component.type().isInput()) {
        try {
          Paths.set(model, path.replace("[]", "[0]"), sample(component));
        } catch (IllegalArgumentException inTheWay) {
          // two fields of one name are told by the reader
        }
      }
    });
  }

  private static Object sample(FormComponent component) {
    return switch (component.type()) {
      case NUMBER -> 1;
      case CHECKBOX -> true;
      case CHECKLIST -> List.of("x");
      case DATETIME -> "2024-03-11";
      default -> component.options().isEmpty() ? "Nguyễn Văn A" : component.options().get(0).value();
    };
  }
}
