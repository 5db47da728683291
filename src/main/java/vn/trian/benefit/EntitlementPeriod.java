package vn.trian.benefit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.springframework.data.domain.Persistable;

/** One period that a claim covers; its primary key forbids to grant the same thing twice. */
@Entity
@Table(name = "entitlement_period")
class EntitlementPeriod implements Persistable<EntitlementPeriod.Key> {

  @EmbeddedId
  private Key id;
  private String entitlementId;

  protected EntitlementPeriod() {}

  EntitlementPeriod(String claimKey, String period, String entitlementId) {
    this.id = new Key(claimKey, period);
    this.entitlementId = entitlementId;
  }

  @Override
  public Key getId() {
    return id;
  }

  /** Only ever added: a period that is covered already must be refused by the database, not overwritten. */
  @Override
  public boolean isNew() {
    return true;
  }

  @Embeddable
  record Key(String claimKey, String period) implements Serializable {}
}
