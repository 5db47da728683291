package vn.trian.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps the steps still to come as JSON: nobody searches them. */
@Converter
class PlannedStepsJson implements AttributeConverter<List<PlannedStep>, String> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<PlannedStep>> STEPS = new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(List<PlannedStep> steps) {
    try {
      return JSON.writeValueAsString(steps == null ? List.of() : steps);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("steps cannot be written", e);
    }
  }

  @Override
  public List<PlannedStep> convertToEntityAttribute(String column) {
    try {
      return column == null ? List.of() : List.copyOf(JSON.readValue(column, STEPS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("steps cannot be read", e);
    }
  }
}
