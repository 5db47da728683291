package vn.trian.supervision.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import vn.trian.supervision.CaseFilter;

/**
 * Which page of a list is shown; the filter stays in the address of every other.
 *
 * @param page from 0, never beyond the last
 */
record Pages(String path, CaseFilter filter, long total, int page) {

  static final int ROWS = 25;

  static Pages of(String path, CaseFilter filter, Map<String, String> parameters, long total) {
    String asked = parameters.getOrDefault("page", "0");
    int page = asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : 0;
    return new Pages(path, filter, total, (int) Math.min(page, Math.max(0, (total - 1) / ROWS)));
  }

  int from() {
    return page * ROWS;
  }

  void fill(Model model, List<?> rows) {
    model.addAttribute("rows", rows);
    model.addAttribute("total", total);
    model.addAttribute("first", (long) from() + 1);
    model.addAttribute("last", (long) from() + rows.size());
    model.addAttribute("previous", page > 0 ? at(page - 1) : null);
    model.addAttribute("next", page < (total - 1) / ROWS ? at(page + 1) : null);
  }

  private String at(int other) {
    Map<String, String> parameters = new LinkedHashMap<>(filter.parameters());
    parameters.put("page", String.valueOf(other));
    return Address.of(path, parameters, List.of());
  }
}
