package vn.trian.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One role that somebody holds for a time; a person with two roles has two rows. */
@Entity
@Table(name = "officer")
class OfficerEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  @Column(length = 100, nullable = false)
  private String login;
  @Column(name = "full_name", length = 200, nullable = false)
  private String fullName;
  @Column(name = "office_id", length = 40, nullable = false)
  private String officeId;
  @Column(name = "room_id", length = 40)
  private String roomId;
  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(length = 40, nullable = false)
  private Role role;
  @Column(length = 200, nullable = false)
  private String title;
  @Column(name = "valid_from", nullable = false)
  private LocalDate validFrom;
  @Column(name = "valid_to")
  private LocalDate validTo;
  @Column(nullable = false)
  private boolean active;

  protected OfficerEntity() {}

  OfficerEntity(String login, String fullName, String officeId, String roomId, Role role, String title,
      LocalDate validFrom, LocalDate validTo) {
    this.login = login;
    this.fullName = fullName;
    this.officeId = officeId;
    this.roomId = roomId;
    this.role = role;
    this.title = title;
    this.validFrom = validFrom;
    this.validTo = validTo;
    this.active = true;
  }

  boolean holdsOn(LocalDate day) {
    return active && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  String login() {
    return login;
  }

  String fullName() {
    return fullName;
  }

  String officeId() {
    return officeId;
  }

  String roomId() {
    return roomId;
  }

  Role role() {
    return role;
  }

  String title() {
    return title;
  }
}
