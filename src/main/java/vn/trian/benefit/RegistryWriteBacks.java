package vn.trian.benefit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.trian.casefile.CaseFile;
import vn.trian.procedure.Paths;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Result;
import vn.trian.registry.MartyrCertificate;
import vn.trian.registry.Martyrs;
import vn.trian.registry.Persons;
import vn.trian.registry.WorshipGrant;
import vn.trian.registry.WorshipHolders;
import vn.trian.shared.Expressions;
import vn.trian.shared.PartialDate;

/** What an issued decision writes into the registry, as the procedure's data ask for it. */
@Component
class RegistryWriteBacks {

  private final WorshipHolders holders;
  private final Persons persons;
  private final Martyrs martyrs;
  private final Entitlements entitlements;
  private final Expressions feel;

  RegistryWriteBacks(WorshipHolders holders, Persons persons, Martyrs martyrs, Entitlements entitlements,
      Expressions feel) {
    this.holders = holders;
    this.persons = persons;
    this.martyrs = martyrs;
    this.entitlements = entitlements;
    this.feel = feel;
  }

  /** Does one write-back; a kind that is done elsewhere (END_PREVIOUS) is left alone here. */
  void write(Result.WriteBack wanted, CaseFile file, Procedure procedure, Map<String, Object> context,
      List<Entitlement> granted, String decisionNumber, LocalDate on) {
    switch (wanted.write()) {
      case "END_WORSHIPPER" -> holders.end(file.subjectId(), on);
      case "WORSHIPPER" -> holders.grant(new WorshipGrant(file.subjectId(), file.ownerPersonId(), null,
          recipient(file, granted), decisionNumber, on, firstYear(granted, on), file.code()));
      case "WORSHIPPER_COMMUNE" -> holders.grant(new WorshipGrant(file.subjectId(), null, file.commune(),
          recipient(file, granted), decisionNumber, on, firstYear(granted, on), file.code()));
      case "DEATH" -> PartialDate.of(Paths.text(file.application(), procedure.subject().dateOfDeath()))
          .map(PartialDate::day).ifPresent(day -> persons.recordDeath(file.subjectId(), day));
      case "END_ON_DEATH" -> PartialDate.of(Paths.text(file.application(), procedure.subject().dateOfDeath()))
          .map(PartialDate::day)
          .ifPresent(day -> entitlements.endOnDeath(file.subjectId(), day, decisionNumber));
      case "CERTIFICATE" -> martyrs.certificateIssued(file.subjectId(), new MartyrCertificate(
          value(wanted, "number", context), value(wanted, "decisionNumber", context),
          PartialDate.of(value(wanted, "decisionDate", context)).map(PartialDate::day).orElse(null),
          value(wanted, "issuer", context), value(wanted, "fileSymbol", context)));
      default -> { }
    }
  }

  private String value(Result.WriteBack wanted, String name, Map<String, Object> context) {
    String expression = wanted.values().get(name);
    Object value = expression == null ? null : feel.value(expression, context);
    return value == null ? null : value.toString();
  }

  private static String recipient(CaseFile file, List<Entitlement> granted) {
    return granted.stream().findFirst().map(Entitlement::recipient).orElse(file.ownerName());
  }

  private static int firstYear(List<Entitlement> granted, LocalDate on) {
    return granted.stream().findFirst().map(each -> Integer.parseInt(each.firstPeriod().substring(0, 4)))
        .orElse(on.getYear());
  }
}
