package vn.trian.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import vn.trian.shared.ReferenceData;

/** Fills offices and officers of a new installation; what is there already stays as its admins made it. */
@Component("organizationLoader")
class OrganizationLoader implements InitializingBean {

  private final OfficeTable offices;
  private final OfficerTable officers;
  private final OrganizationSettings settings;
  private final PlatformTransactionManager transactions;
  private final Clock clock;

  OrganizationLoader(OfficeTable offices, OfficerTable officers, OrganizationSettings settings,
      PlatformTransactionManager transactions, Clock clock) {
    this.offices = offices;
    this.officers = officers;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    ReferenceData.fillWhenEmpty(transactions, offices::count, () -> offices.saveAll(
        OrganizationFiles.offices(settings.data()).stream().map(OfficeEntity::new).toList()));
    if (!settings.officers().isBlank()) {
      ReferenceData.fillWhenEmpty(transactions, officers::count,
          () -> officers.saveAll(OrganizationFiles.officers(settings.officers(), officesToday())));
    }
  }

  private List<Office> officesToday() {
    LocalDate today = LocalDate.now(clock);
    return offices.findAllByOrderById().stream()
        .map(OfficeEntity::view)
        .filter(office -> office.isValidOn(today))
        .toList();
  }
}
