package vn.trian.workflow;

import java.util.List;
import java.util.stream.Collectors;
import vn.trian.casefile.CaseFile;
import vn.trian.shared.DomainException;
import vn.trian.shared.Label;

/** The same matter is on file already; the desk may go on when it has seen that. */
public final class DuplicateCase extends DomainException {

  private final transient List<Known> known;

  DuplicateCase(List<CaseFile> same) {
    super(Kind.CONFLICT, "duplicate-case", same.stream().map(CaseFile::code).collect(Collectors.joining(", ")));
    this.known = same.stream()
        .map(file -> new Known(file.code(), file.ownerName(), file.state().label(), file.office())).toList();
  }

  public List<Known> known() {
    return known;
  }

  /** A case of the same matter. */
  public record Known(String caseCode, String ownerName, Label state, String office) {}
}
