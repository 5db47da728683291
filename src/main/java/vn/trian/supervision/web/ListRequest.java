package vn.trian.supervision.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import vn.trian.supervision.CaseActs;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.CaseOrder;

/**
 * A list as its address asks for it.
 *
 * @param page   from 0
 * @param picked codes of ticked cases, on whatever page they stand
 */
record ListRequest(CaseFilter filter, CaseOrder order, boolean descending, int page, List<String> picked) {

  static final String PICK = "pick";
  /** An address must stay shorter than servers take; and so many are acted on in one turn. */
  static final int MOST_PICKED = CaseActs.MOST;
  private static final String DESCENDING = "desc";
  private static final int LAST_PAGE = 100_000;
  private static final int LONGEST_CODE = 60;

  static ListRequest read(MultiValueMap<String, String> parameters, LocalDate today) {
    Map<String, String> single = parameters.toSingleValueMap();
    return new ListRequest(CaseFilter.read(single, today), CaseOrder.of(single.get("sort")),
        DESCENDING.equals(single.get("dir")), page(single.getOrDefault("page", "0")),
        parameters.getOrDefault(PICK, List.of()).stream().filter(code -> code.length() <= LONGEST_CODE).distinct()
            .limit(MOST_PICKED).toList());
  }

  /** Address of the same list at another page. */
  String at(int otherPage) {
    return Address.of(Address.CASES, parameters(order, descending, otherPage), picked);
  }

  /** Address of the same list sorted by something, the other way round when it is already. */
  String sortedBy(CaseOrder other) {
    return Address.of(Address.CASES, parameters(other, other == order && !descending, 0), picked);
  }

  /** Address of the same list without one part of its filter. */
  String without(String parameter) {
    Map<String, String> parameters = parameters(order, descending, 0);
    parameters.remove(parameter);
    return Address.of(Address.CASES, parameters, picked);
  }

  /** Address of the same list as a sheet: all of it, or what is picked. */
  String sheet(boolean onlyPicked) {
    return Address.of(Address.SHEET, parameters(order, descending, 0), onlyPicked ? picked : List.of());
  }

  Map<String, String> parameters(CaseOrder by, boolean down, int at) {
    Map<String, String> parameters = new LinkedHashMap<>(filter.parameters());
    parameters.put("sort", by.name());
    if (down) {
      parameters.put("dir", DESCENDING);
    }
    if (at > 0) {
      parameters.put("page", String.valueOf(at));
    }
    return parameters;
  }

  private static int page(String number) {
    return number.matches("\\d{1,6}") ? Math.min(LAST_PAGE, Integer.parseInt(number)) : 0;
  }
}
