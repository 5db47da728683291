package vn.trian.supervision.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.supervision.CaseFilter;
import vn.trian.supervision.ProcessFigures;
import vn.trian.supervision.ProcessFigures.Version;
import vn.trian.workflow.ProcessModels;

/** What the places of a diagram are called, and the release whose diagram is meant. */
@Component
class Places {

  private final ProcessFigures figures;
  private final ProcessModels models;
  private final Procedures procedures;

  Places(ProcessFigures figures, ProcessModels models, Procedures procedures) {
    this.figures = figures;
    this.models = models;
    this.procedures = procedures;
  }

  /**
   * The release that a filter asks for, the active one when it asks for none.
   *
   * @throws DomainException NOT_FOUND {@code procedure-unknown}, {@code supervision-release}
   */
  Release release(CaseFilter filter, List<Version> versions) {
    if (filter.release() == null) {
      return procedures.active(filter.procedure());
    }
    return versions.stream().filter(each -> each.number() == filter.release()).findFirst()
        .map(each -> procedures.release(each.id()))
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "supervision-release"));
  }

  /** The place of a filter in words, as it stands where the diagram does not have it. */
  String name(CaseFilter filter, Actor actor, Words words) {
    if (filter.place().equals(CaseFilter.NONE)) {
      return words.of("supervision.process.elsewhere");
    }
    if (filter.procedure() == null) {
      return filter.place();
    }
    try {
      Release release = release(filter, figures.versions(filter, actor));
      return String.join(" › ", models.names(release, filter.place()));
    } catch (DomainException unknown) {
      return filter.place();
    }
  }
}
