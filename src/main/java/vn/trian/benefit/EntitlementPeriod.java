package vn.trian.benefit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** One period that a claim covers; its primary key forbids to grant the same thing twice. */
@Entity
@Table(name = "entitlement_period")
class EntitlementPeriod {

  @EmbeddedId
  private Key id;
  private String entitlementId;

  protected EntitlementPeriod() {}

  EntitlementPeriod(String claimKey, String period, String entitlementId) {
    this.id = new Key(claimKey, period);
    this.entitlementId = entitlementId;
  }

  @Embeddable
  record Key(String claimKey, String period) implements Serializable {}
}
