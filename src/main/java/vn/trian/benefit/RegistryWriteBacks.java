package vn.trian.benefit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFile;
import vn.trian.procedure.Paths;
import vn.trian.procedure.Procedure;
import vn.trian.registry.Persons;
import vn.trian.registry.WorshipGrant;
import vn.trian.registry.WorshipHolders;
import vn.trian.shared.PartialDate;

/** What an issued decision writes into the registry, as the procedure's data ask for it. */
@Component
class RegistryWriteBacks {

  private final WorshipHolders holders;
  private final Persons persons;

  RegistryWriteBacks(WorshipHolders holders, Persons persons) {
    this.holders = holders;
    this.persons = persons;
  }

  /** Does one write-back; a kind that is done elsewhere (END_PREVIOUS) is left alone here. */
  void write(String kind, CaseFile file, Procedure procedure, Map<String, Object> context,
      List<Entitlement> granted, String decisionNumber, LocalDate on) {
    switch (kind) {
      case "END_WORSHIPPER" -> holders.end(file.subjectId(), on);
      case "WORSHIPPER" -> holders.grant(new WorshipGrant(file.subjectId(), file.ownerPersonId(), null,
          recipient(file, granted), decisionNumber, on, firstYear(granted, on), file.code()));
      case "WORSHIPPER_COMMUNE" -> holders.grant(new WorshipGrant(file.subjectId(), null, file.commune(),
          recipient(file, granted), decisionNumber, on, firstYear(granted, on), file.code()));
      case "DEATH" -> PartialDate.of(Paths.text(file.application(), procedure.subject().dateOfDeath()))
          .map(PartialDate::day).ifPresent(day -> persons.recordDeath(file.subjectId(), day));
      default -> { }
    }
  }

  private static String recipient(CaseFile file, List<Entitlement> granted) {
    return granted.stream().findFirst().map(Entitlement::recipient).orElse(file.ownerName());
  }

  private static int firstYear(List<Entitlement> granted, LocalDate on) {
    return granted.stream().findFirst().map(each -> Integer.parseInt(each.firstPeriod().substring(0, 4)))
        .orElse(on.getYear());
  }
}
