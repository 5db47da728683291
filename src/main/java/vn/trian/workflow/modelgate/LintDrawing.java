package vn.trian.workflow.modelgate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Whether elements are drawn over one another or outside of what they stand in. */
final class LintDrawing {

  private static final String RULE = "no-overlapping-elements";

  private final Diagram diagram;
  private final BiConsumer<String, XmlElement> report;
  private final Map<String, XmlElement> drawings = new HashMap<>();

  LintDrawing(Diagram diagram, BiConsumer<String, XmlElement> report) {
    this.diagram = diagram;
    this.report = report;
  }

  /** Where an element is drawn, in points. */
  private record Box(XmlElement of, double left, double top, double right, double bottom) {

    boolean touches(Box other) {
      return right >= other.left && other.right >= left && bottom >= other.top && other.bottom >= top;
    }

    boolean isWithin(Box other) {
      return left >= other.left && top >= other.top && right <= other.right && bottom <= other.bottom;
    }
  }

  void check() {
    diagram.root().all().filter(each -> !Diagram.isBpmn(each) && !each.get("bpmnElement").isEmpty())
        .filter(each -> each.localName().equals("BPMNShape")).forEach(each ->
            drawings.put(each.get("bpmnElement"), each));
    Map<String, Box> pools = new HashMap<>();
    diagram.all().filter(each -> Diagram.is(each, "collaboration")).forEach(collaboration -> {
      List<XmlElement> participants = collaboration.children().stream()
          .filter(each -> Diagram.is(each, "participant")).toList();
      overlapping(participants);
      participants.forEach(each -> pools.put(each.get("processRef"), box(each)));
    });
    diagram.all().filter(each -> Diagram.is(each, "process")).forEach(each -> scope(each, pools.get(each.get("id"))));
  }

  private void scope(XmlElement scope, Box around) {
    List<XmlElement> all = Diagram.inside(scope);
    overlapping(all);
    for (XmlElement each : all) {
      Box own = box(each);
      if (own != null && around != null && !own.isWithin(around) && !Diagram.is(each, "dataStoreReference")) {
        report.accept(RULE + ".outside", each);
      }
      if (Diagram.isSubProcess(each)) {
        XmlElement drawing = drawings.get(each.get("id"));
        scope(each, drawing != null && drawing.get("isExpanded").equals("true") ? own : null);
      }
    }
  }

  private void overlapping(List<XmlElement> elements) {
    List<Box> boxes = new ArrayList<>(elements.stream().map(this::box).filter(each -> each != null).toList());
    boxes.sort(Comparator.comparingDouble(Box::left));
    Set<XmlElement> over = new LinkedHashSet<>();
    for (int i = 0; i < boxes.size(); i++) {
      Box one = boxes.get(i);
      for (int j = i + 1; j < boxes.size() && boxes.get(j).left <= one.right; j++) {
        Box other = boxes.get(j);
        if (one.touches(other) && !isAttached(one.of, other.of) && !isAttached(other.of, one.of)) {
          over.add(one.of);
          over.add(other.of);
        }
      }
    }
    over.forEach(each -> report.accept(RULE, each));
  }

  private static boolean isAttached(XmlElement event, XmlElement host) {
    return !host.get("id").isEmpty() && event.get("attachedToRef").equals(host.get("id"));
  }

  /** Null for what is not drawn as a shape, or without a size. */
  private Box box(XmlElement element) {
    XmlElement drawing = element.get("id").isEmpty() ? null : drawings.get(element.get("id"));
    if (drawing == null) {
      return null;
    }
    for (XmlElement each : drawing.children()) {
      if (each.localName().equals("Bounds")) {
        try {
          double x = Double.parseDouble(each.get("x"));
          double y = Double.parseDouble(each.get("y"));
          return new Box(element, x, y, x + Double.parseDouble(each.get("width")),
              y + Double.parseDouble(each.get("height")));
        } catch (NumberFormatException unsaid) {
          return null;
        }
      }
    }
    return null;
  }
}
