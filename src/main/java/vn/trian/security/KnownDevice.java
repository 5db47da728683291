package vn.trian.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One officer at one browser, both only as fingerprints. */
@Entity
@Table(name = "known_device")
class KnownDevice {

  @Id
  @Column(length = 64)
  private String id;
  @Column(length = 64, nullable = false)
  private String device;
  @Column(name = "seen_at", nullable = false)
  private Instant seenAt;

  protected KnownDevice() {}

  KnownDevice(String id, String device, Instant seenAt) {
    this.id = id;
    this.device = device;
    this.seenAt = seenAt;
  }

  Instant seenAt() {
    return seenAt;
  }
}
