package vn.trian.modeladmin.web;

import org.springframework.stereotype.Component;
import vn.trian.procedure.Release;
import vn.trian.shared.DomainException;
import vn.trian.workflow.ProcessModels;

/** What the places in the diagrams of a release are called where cases stand. */
@Component
class PlaceNames {

  private final ProcessModels models;

  PlaceNames(ProcessModels models) {
    this.models = models;
  }

  /** The way down to a place by name; the place as it is written where the release has none such. */
  String of(Release release, String place) {
    try {
      return String.join(" › ", models.names(release, place));
    } catch (DomainException unknown) {
      return place;
    }
  }
}
