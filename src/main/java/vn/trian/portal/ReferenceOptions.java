package vn.trian.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.trian.benefit.Devices;
import vn.trian.organization.Office;
import vn.trian.organization.Offices;
import vn.trian.procedure.Option;
import vn.trian.procedure.OptionSource;
import vn.trian.shared.Label;
import vn.trian.shared.Level;
import vn.trian.shared.ReferenceData;

/** Options of selects that come from reference data in force today. */
@Component
class ReferenceOptions implements OptionSource {

  private final Offices offices;
  private final Devices devices;
  private final Clock clock;
  private final List<Option> provinces;

  ReferenceOptions(Offices offices, Devices devices, Clock clock) {
    this.offices = offices;
    this.devices = devices;
    this.clock = clock;
    this.provinces = ReferenceData.rows("reference/provinces.csv").stream()
        .map(row -> new Option(row.get("name"), new Label(row.get("name"), null))).toList();
  }

  @Override
  public List<Option> options(String source) {
    LocalDate today = LocalDate.now(clock);
    return switch (source) {
      case "communes" -> offices.at(Level.COMMUNE, today).stream().map(ReferenceOptions::option).toList();
      case "offices" -> offices.all(today).stream().map(ReferenceOptions::option).toList();
      case "devices" -> devices.all(today).stream()
          .filter(device -> !device.code().startsWith("ACC_") && !device.code().startsWith("MAINT_"))
          .map(device -> new Option(device.code(), device.name())).toList();
      case "provinces" -> provinces;
      default -> List.of();
    };
  }

  private static Option option(Office office) {
    return new Option(office.id(), new Label(office.name(), null));
  }
}
