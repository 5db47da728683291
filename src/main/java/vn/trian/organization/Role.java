package vn.trian.organization;

import vn.trian.shared.Label;
import vn.trian.shared.Level;

/** What somebody may be asked to do at an office. */
public enum Role {
  ONE_STOP_OFFICER(Level.COMMUNE, "Công chức Bộ phận một cửa cấp xã", "One-stop officer, commune"),
  COMMUNE_SOCIAL_OFFICER(Level.COMMUNE, "Công chức văn hóa - xã hội cấp xã", "Social officer, commune"),
  COMMUNE_CHAIR(Level.COMMUNE, "Chủ tịch UBND cấp xã", "Chair of the commune"),
  COMMUNE_VICE_CHAIR(Level.COMMUNE, "Phó Chủ tịch UBND cấp xã", "Vice chair of the commune"),
  COMMUNE_CLERK(Level.COMMUNE, "Văn thư UBND cấp xã", "Records clerk, commune"),
  DIVISION_ONE_STOP_OFFICER(Level.DIVISION, "Cán bộ Bộ phận một cửa cấp huyện", "One-stop officer, division"),
  DIVISION_OFFICER(Level.DIVISION, "Chuyên viên Phòng LĐTBXH", "Officer of the division"),
  DIVISION_HEAD(Level.DIVISION, "Trưởng phòng LĐTBXH", "Head of the division"),
  DIVISION_DEPUTY(Level.DIVISION, "Phó Trưởng phòng LĐTBXH", "Deputy head of the division"),
  DIVISION_ACCOUNTANT(Level.DIVISION, "Kế toán Phòng LĐTBXH", "Accountant of the division"),
  DIVISION_CLERK(Level.DIVISION, "Văn thư Phòng LĐTBXH", "Records clerk, division"),
  DEPT_OFFICER(Level.DEPARTMENT, "Chuyên viên Phòng Người có công", "Officer of the department"),
  DEPT_HEAD(Level.DEPARTMENT, "Trưởng phòng Người có công", "Head of room, department"),
  DEPT_DIRECTOR(Level.DEPARTMENT, "Giám đốc Sở", "Director of the department"),
  DEPT_DEPUTY_DIRECTOR(Level.DEPARTMENT, "Phó Giám đốc Sở", "Deputy director of the department"),
  DEPT_CLERK(Level.DEPARTMENT, "Văn thư Sở", "Records clerk, department"),
  DEPT_FINANCE(Level.DEPARTMENT, "Kế toán Sở (Phòng Kế hoạch - Tài chính)", "Accountant of the department"),
  SUPERVISOR(null, "Giám sát", "Supervisor"),
  ADMIN(null, "Quản trị hệ thống", "Administrator");

  private final Level level;
  private final Label label;

  Role(Level level, String vi, String en) {
    this.level = level;
    this.label = new Label(vi, en);
  }

  /** Level that the role exists at; null when it exists at every level. */
  public Level level() {
    return level;
  }

  public Label label() {
    return label;
  }

  /** Whether it is the head of an office or a deputy. */
  public boolean leads() {
    return switch (this) {
      case COMMUNE_CHAIR, COMMUNE_VICE_CHAIR, DIVISION_HEAD, DIVISION_DEPUTY, DEPT_DIRECTOR, DEPT_DEPUTY_DIRECTOR ->
          true;
      default -> false;
    };
  }
}
