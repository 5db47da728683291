package vn.trian.casefile;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import vn.trian.shared.Label;

/** Where a case stands. The order of the constants is the usual way of a case. */
public enum CaseState {
  SUBMITTED("Đã nộp", "Submitted"),
  SUPPLEMENT_REQUESTED("Chờ bổ sung", "Supplement requested"),
  AT_COMMUNE("Cấp xã đang giải quyết", "At the commune"),
  AT_DIVISION("Cấp huyện đang giải quyết", "At the division"),
  AT_DEPARTMENT("Cấp tỉnh đang giải quyết", "At the department"),
  SUSPENDED("Chờ cơ quan khác", "Waiting for another body"),
  DECIDED("Đã ký quyết định", "Decided"),
  REJECTED("Từ chối giải quyết", "Rejected"),
  ISSUED("Đã ban hành kết quả", "Issued"),
  DELIVERED("Đã trả kết quả", "Delivered"),
  PAID("Đã chi trả", "Paid"),
  WITHDRAWN("Đã rút hồ sơ", "Withdrawn"),
  RECEIPT_REFUSED("Từ chối tiếp nhận", "Refused at the desk");

  /** States in which something still happens to a case. */
  static final Set<CaseState> OPEN = EnumSet.allOf(CaseState.class).stream().filter(state -> !state.isFinal())
      .collect(Collectors.toUnmodifiableSet());

  private final Label label;

  CaseState(String vi, String en) {
    this.label = new Label(vi, en);
  }

  public Label label() {
    return label;
  }

  /** Whether nothing more happens to the case in this state. */
  public boolean isFinal() {
    return switch (this) {
      case DELIVERED, PAID, WITHDRAWN, RECEIPT_REFUSED -> true;
      default -> false;
    };
  }
}
