package vn.trian.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The templates of bpmn/common/documents and values as a real case brings them. */
final class CommonTemplates {

  private static final Path FOLDER = Path.of("bpmn/common/documents");

  private CommonTemplates() {}

  static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> read(f).startsWith("<html")).map(f -> f.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TemplateSource template(String name) {
    return new TemplateSource(name, read(FOLDER.resolve(name)), partials());
  }

  static Map<String, String> partials() {
    Map<String, String> partials = new HashMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files.filter(f -> !read(f).startsWith("<html"))
          .forEach(f -> partials.put(f.getFileName().toString().replaceAll("\\.\\w+$", ""), read(f)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return partials;
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Values of every key that a common template knows. All people are invented. */
  static Map<String, Object> model() {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("draft", false);
    model.put("signed", true);
    model.put("document", map("number", "12/TTr-UBND", "symbol", "TTr-UBND", "place", "Đông Kinh",
        "dateLong", "ngày 11 tháng 3 năm 2024", "formNumber", "Mẫu 01", "unnumbered", false));
    model.put("office", map("name", "Ủy ban nhân dân phường Đông Kinh", "parentName", "",
        "oneStopUnit", "Bộ phận Tiếp nhận và Trả kết quả", "abbreviation", "UBND", "place", "Đông Kinh",
        "address", "đường Ngô Quyền, phường Đông Kinh, thành phố Lạng Sơn"));
    model.put("signer", map("name", "Lương Thị Hiền", "title", "PHÓ CHỦ TỊCH", "prefix", "KT. CHỦ TỊCH"));
    model.put("case", map("code", "000.01.05.H37-240311-0007"));
    model.put("procedure", map("name", "Giải quyết chế độ trợ cấp thờ cúng liệt sĩ", "shortName", "Thờ cúng liệt sĩ",
        "code", "1.010803", "setsOfPapers", 1, "fee", "Không"));
    model.put("owner", map("fullName", "Nguyễn Thị Phượng", "idNumber", "020158000123", "dateOfBirth", "05/09/1958",
        "address", "số 12, đường Phai Vệ, phường Đông Kinh, thành phố Lạng Sơn, tỉnh Lạng Sơn"));
    model.put("submitter", map("fullName", "Hoàng Văn Quyết", "idNumber", "020085004567", "phone", "0912 345 678",
        "email", "quyet@example.vn", "isOwner", false,
        "address", "số 12, đường Phai Vệ, phường Đông Kinh, thành phố Lạng Sơn, tỉnh Lạng Sơn"));
    model.put("subject", map("kindName", "liệt sĩ", "fullName", "Nguyễn Văn Thắng",
        "homeTown", "xã Hoàng Đồng, thị xã Lạng Sơn", "certificateNumber", "7L-496x"));
    model.put("deadline", map("limit", "16 ngày làm việc", "receivedAt", "08 giờ 30 phút, ngày 11 tháng 3 năm 2024",
        "receivedOn", "11/03/2024", "dueAt", "17 giờ 00 phút, ngày 02 tháng 4 năm 2024",
        "oldDueAt", "17 giờ 00 phút, ngày 02 tháng 4 năm 2024",
        "newDueAt", "17 giờ 00 phút, ngày 09 tháng 4 năm 2024"));
    model.put("resultPlace", "Bộ phận Tiếp nhận và Trả kết quả, UBND phường Đông Kinh");
    model.put("register", map("book", "01/2024", "row", 107));
    model.put("trackingUrl", "hoso.example.vn/track");
    model.put("trackingCode", "K7PM-9XQ4");
    model.put("qr", QrCodes.dataUri("https://hoso.example.vn/track/000.01.05.H37-240311-0007?s=3f9a2b7c41d8e6f0a1b2"));
    model.put("papers", List.of(
        map("name", "Đơn đề nghị trợ cấp thờ cúng liệt sĩ (Mẫu 18)", "copyKind", "Bản chính", "quantity", 1),
        map("name", "Văn bản ủy quyền", "copyKind", "Bản chính", "quantity", 1),
        map("name", "Bằng “Tổ quốc ghi công”", "copyKind", "Bản sao có chứng thực", "quantity", 1),
        map("name", "Căn cước công dân", "copyKind", "Xuất trình để đối chiếu", "quantity", 1)));
    model.put("items", List.of(
        map("name", "Văn bản ủy quyền", "toDo", "Có chữ ký của tất cả những người cùng hàng còn sống"),
        map("name", "Bằng “Tổ quốc ghi công”", "toDo", "Nộp bản sao có chứng thực thay cho bản chụp"),
        map("name", "Ảnh chụp phần mộ, có tên liệt sĩ", "toDo", "")));
    model.put("reason", "Văn bản ủy quyền thiếu chữ ký của một người con còn sống của liệt sĩ.");
    model.put("reasonArticle", "Điều 28 Nghị định số 131/2021/NĐ-CP");
    model.put("guidance", "Khi có đủ chữ ký của những người thân còn sống, ông/bà có thể nộp lại hồ sơ.");
    model.put("supplementBy", "25/03/2024");
    model.put("contact", map("name", "Vi Thị Lan", "phone", "0205 3812 345"));
    model.put("subjectLine", "đề nghị giải quyết chế độ trợ cấp thờ cúng liệt sĩ");
    model.put("addressee", "Phòng Lao động - Thương binh và Xã hội thành phố Lạng Sơn");
    model.put("grounds", List.of("Căn cứ Nghị định số 131/2021/NĐ-CP",
        "Xét hồ sơ đề nghị của các cá nhân cư trú trên địa bàn phường"));
    model.put("recipients", List.of("Như trên", "Chủ tịch, các PCT UBND phường", "Lưu: VT, VHXH"));
    model.put("lines", List.of(
        map("label", "Trợ cấp thờ cúng liệt sĩ năm 2024", "legalBasis", "Điều 28 Nghị định số 131/2021/NĐ-CP",
            "unitAmount", "1.400.000", "quantity", 1, "amount", "1.400.000")));
    model.put("total", "1.400.000");
    model.put("totalInWords", MoneyInWords.of(1_400_000));
    model.put("totals", List.of(map("label", "", "amount", "1.400.000", "inWords", MoneyInWords.of(1_400_000))));
    List<Map<String, Object>> rows = new ArrayList<>();
    String[] people = {"Nguyễn Thị Phượng", "Hoàng Đức Thịnh", "Lăng Văn Khoẳn", "Đặng Thị Mỹ Duyên", "Vy Ngọc Ửng"};
    for (int i = 0; i < people.length; i++) {
      rows.add(map("cells", List.of(map("text", people[i], "align", "left"),
          map("text", "1958", "align", "center"),
          map("text", "khối " + (i + 1) + ", phường Đông Kinh", "align", "left"),
          map("text", "liệt sĩ Nguyễn Văn Thắng", "align", "left"), map("text", "1.400.000", "align", "right"))));
    }
    model.put("list", map("name", "Đề nghị trợ cấp thờ cúng liệt sĩ năm 2024", "size", rows.size(),
        "attachedTo", "Tờ trình số 12/TTr-UBND ngày 11 tháng 3 năm 2024", "total", "7.000.000 đ",
        "totalInWords", MoneyInWords.of(7_000_000), "rows", rows, "columns", List.of(map("label", "Họ và tên"),
            map("label", "Năm sinh"), map("label", "Nơi thường trú"), map("label", "Thờ cúng"),
            map("label", "Mức trợ cấp (đồng)"))));
    model.put("handOvers", List.of(
        map("officeName", "UBND phường Đông Kinh", "step", "Tiếp nhận", "handedOverAt", "09 giờ 10 phút, 11/03/2024",
            "receivedAt", "09 giờ 40 phút, 11/03/2024", "giver", "Vi Thị Lan", "receiver", "Lương Thị Hiền",
            "result", "Đúng hạn", "note", ""),
        map("officeName", "Phòng LĐTBXH thành phố Lạng Sơn", "step", "Xét duyệt",
            "handedOverAt", "15 giờ 00 phút, 15/03/2024", "receivedAt", "08 giờ 05 phút, 18/03/2024",
            "giver", "Lương Thị Hiền", "receiver", "Nông Quốc Bảo", "result", "Trước hạn", "note", "")));
    model.put("withdrawal", map("on", "13/03/2024", "stage", "Xác nhận, lập danh sách"));
    model.put("suspension", map("from", "13/03/2024", "waitsFor", "Sở LĐTBXH tỉnh Thái Nguyên chuyển hồ sơ gốc"));
    model.put("request", map("body", "Sở Lao động - Thương binh và Xã hội tỉnh Thái Nguyên", "answerBy", "29/03/2024"));
    model.put("posting", map("place", "trụ sở Ủy ban nhân dân phường Đông Kinh", "from", "12/03/2024",
        "to", "20/04/2024", "closedAt", "ngày 22 tháng 4 năm 2024", "noticeNumber", "08/TB-UBND ngày 11/03/2024",
        "opinions", "", "copies", "02", "writer", "Vi Thị Lan", "members", List.of(
            map("name", "Lương Thị Hiền", "title", "Phó Chủ tịch Ủy ban nhân dân phường"),
            map("name", "Vi Thị Lan", "title", "công chức Văn hóa - xã hội"))));
    return model;
  }

  /** As {@link #model()}, for the slips of the desk, which an officer hands out. */
  static Map<String, Object> modelOf(String template) {
    Map<String, Object> model = model();
    if (partOf(template, "slip-foot")) {
      model.put("signer", map("name", "Vi Thị Lan", "title", "NGƯỜI TIẾP NHẬN HỒ SƠ"));
    }
    return model;
  }

  private static boolean partOf(String template, String partial) {
    return template(template).html().contains("{{> " + partial + "}}");
  }

  static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
