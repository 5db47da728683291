package vn.trian.report.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.Figure;

/**
 * A part of the book as its address asks for it.
 *
 * @param page   from 0
 * @param picked codes of ticked files, on whatever page they stand
 */
record BookRequest(CaseFilter filter, int page, List<String> picked) {

  static final String BOOK = "/reports/book";
  static final String SLIPS = "/reports/slips.pdf";
  static final String CLOSED = "closed";
  private static final String PICK = "pick";
  /** An address must stay shorter than servers take. */
  private static final int MOST_PICKED = 150;
  private static final int LONGEST_CODE = 60;

  static BookRequest read(MultiValueMap<String, String> parameters, LocalDate today) {
    Map<String, String> single = parameters.toSingleValueMap();
    String page = single.getOrDefault("page", "0");
    return new BookRequest(CaseFilter.read(single, today).about(Figure.RECEIVED),
        page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0,
        parameters.getOrDefault(PICK, List.of()).stream().filter(code -> code.length() <= LONGEST_CODE).distinct()
            .limit(MOST_PICKED).toList());
  }

  /** What the address says besides the ticks. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>(filter.parameters());
    parameters.remove("figure");
    return parameters;
  }

  /** Address of the same book at another page. */
  String at(int other) {
    return withPicked(address(BOOK).queryParam("page", other));
  }

  /** Address of the same book as a file: as it reads now, or as it was closed. */
  String file(String extension, boolean closed) {
    UriComponentsBuilder address = address(BOOK + "." + extension);
    return (closed ? address.queryParam(CLOSED, true) : address).encode().toUriString();
  }

  /** Address of the control slips of all its files, or of what is ticked. */
  String slips(boolean onlyPicked) {
    return onlyPicked ? withPicked(address(SLIPS)) : address(SLIPS).encode().toUriString();
  }

  private String withPicked(UriComponentsBuilder address) {
    picked.forEach(code -> address.queryParam(PICK, code));
    return address.encode().toUriString();
  }

  private UriComponentsBuilder address(String path) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    parameters().forEach(address::queryParam);
    return address;
  }
}
