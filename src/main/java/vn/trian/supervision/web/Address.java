package vn.trian.supervision.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.Figure;

/** Addresses of lists: each says all that makes the list. */
final class Address {

  static final String DASHBOARD = "/supervision";
  static final String CASES = "/supervision/cases";
  static final String APOLOGIES = "/supervision/apologies";
  static final String FORECAST = "/supervision/forecast";
  static final String FORECAST_SHEET = "/supervision/forecast.xlsx";
  static final String PROCESSES = "/supervision/processes";
  static final String INCIDENTS = "/supervision/incidents";
  static final String SHEET = "/supervision/cases.xlsx";
  static final String ACTS = "/supervision/acts";
  static final String ACTS_PREVIEW = "/supervision/acts/preview";
  static final String ACTS_DONE = "/supervision/acts/done";

  static final String SUBSTITUTES = "/supervision/substitutes";
  static final String SPREAD = "/supervision/spread";

  private Address() {}

  /** The cases behind a figure of a dashboard, narrowed by names and values in turns. */
  static String cases(CaseFilter dashboard, Figure figure, Object... more) {
    Map<String, String> parameters = new LinkedHashMap<>(dashboard.about(figure).parameters());
    for (int i = 0; i < more.length; i += 2) {
      parameters.put((String) more[i], String.valueOf(more[i + 1]));
    }
    return of(CASES, parameters, List.of());
  }

  /** A path with parameters and with codes that were picked. */
  static String of(String path, Map<String, String> parameters, Collection<String> picked) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    Map<String, Object> values = new LinkedHashMap<>();
    parameters.forEach((name, value) -> {
      address.queryParam(name, "{" + name + "}");
      values.put(name, value);
    });
    int number = 0;
    for (String code : picked) {
      address.queryParam(ListRequest.PICK, "{picked" + number + "}");
      values.put("picked" + number++, code);
    }
    return address.encode().buildAndExpand(values).toUriString();
  }
}
