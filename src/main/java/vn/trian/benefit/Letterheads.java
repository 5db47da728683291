package vn.trian.benefit;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.trian.organization.Office;

/** What stands at the head of the documents of an office. */
public final class Letterheads {

  private static final String ONE_STOP_UNIT = "Bộ phận Tiếp nhận và Trả kết quả";

  private Letterheads() {}

  /** Key {@code office} of docs/document-model.md. */
  public static Map<String, Object> of(Office office) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("name", PlaceNames.whole(office.name()));
    head.put("parentName", PlaceNames.whole(office.superiorName()));
    head.put("abbreviation", office.abbreviation());
    head.put("place", office.place());
    head.put("oneStopUnit", ONE_STOP_UNIT);
    return head;
  }

  /** Name of the one-stop unit of an office. */
  static String oneStopUnit(String office) {
    return ONE_STOP_UNIT + " " + office;
  }
}
