package vn.trian.benefit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.CaseContexts;
import vn.trian.casefile.CaseFile;
import vn.trian.document.DocumentView;
import vn.trian.procedure.Paths;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Result;
import vn.trian.shared.Expressions;

/** Turns an issued decision into what it gives: entitlements, and what the registry has to know. */
@Service
public class GrantBenefitUseCase {

  private final Assessment assessment;
  private final Entitlements entitlements;
  private final CaseDocuments documents;
  private final RegistryWriteBacks writeBacks;
  private final Procedures procedures;
  private final CaseContexts contexts;
  private final Expressions feel;
  private final Clock clock;

  GrantBenefitUseCase(Assessment assessment, Entitlements entitlements, CaseDocuments documents,
      RegistryWriteBacks writeBacks, Procedures procedures, CaseContexts contexts, Expressions feel, Clock clock) {
    this.assessment = assessment;
    this.entitlements = entitlements;
    this.documents = documents;
    this.writeBacks = writeBacks;
    this.procedures = procedures;
    this.contexts = contexts;
    this.feel = feel;
    this.clock = clock;
  }

  /** Grants what the case comes to; runs once, in the transaction that issues the decision. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void grant(CaseFile file) {
    Procedure procedure = procedures.release(file.releaseId()).procedure();
    Result result = procedure.result();
    DocumentView decision = result == null || result.decisionDocument() == null ? null
        : documents.issued(file.code(), result.decisionDocument()).orElse(null);
    String number = decision == null ? file.code() : Objects.toString(decision.symbol(), file.code());
    LocalDate on = decision == null || decision.issuedOn() == null ? LocalDate.now(clock) : decision.issuedOn();
    assessment.calculate(file);
    Map<String, Object> context = contexts.of(file);
    boolean replaces = result != null && result.registry().stream()
        .anyMatch(each -> "END_PREVIOUS".equals(each.write()) && applies(each, context));
    List<Entitlement> granted = entitlements.grant(file, number, on, replaces, payout(file));
    file.resultIs("GRANTED");
    if (result != null) {
      for (Result.WriteBack write : result.registry()) {
        if (applies(write, context)) {
          writeBacks.write(write, file, procedure, context, granted, number, on);
        }
      }
    }
  }

  private boolean applies(Result.WriteBack write, Map<String, Object> context) {
    return write.when() == null || feel.holds(write.when(), context);
  }

  /** How the applicant wants the money: fields of the start form, at top level or in a group {@code payout}. */
  private static Map<String, String> payout(CaseFile file) {
    Map<String, Object> data = file.application();
    String method = first(data, "payout.method", "payoutMethod");
    String account = first(data, "payout.bankAccount", "bankAccount");
    Map<String, String> payout = new LinkedHashMap<>();
    payout.put("method", method == null ? "CASH" : method);
    if (account != null) {
      String bank = first(data, "payout.bankName", "bankName");
      payout.put("account", bank == null ? account : account + " – " + bank);
    }
    return payout;
  }

  private static String first(Map<String, Object> data, String... paths) {
    for (String path : paths) {
      String value = Paths.text(data, path);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
