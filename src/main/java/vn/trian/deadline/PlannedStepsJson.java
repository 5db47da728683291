package vn.trian.deadline;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import vn.trian.shared.Json;

/** Keeps the steps still to come as JSON: nobody searches them. */
@Converter
class PlannedStepsJson implements AttributeConverter<List<PlannedStep>, String> {

  @Override
  public String convertToDatabaseColumn(List<PlannedStep> steps) {
    return Json.write(steps == null ? List.of() : steps);
  }

  @Override
  public List<PlannedStep> convertToEntityAttribute(String column) {
    return column == null ? List.of() : List.of(Json.read(column, PlannedStep[].class));
  }
}
