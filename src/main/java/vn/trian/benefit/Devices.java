package vn.trian.benefit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Service;
import vn.trian.shared.Snapshot;

/** Devices, aids and yearly items that the law grants; see {@code reference/devices.csv} for the codes. */
@Service
@DependsOn("benefitReferenceLoader")
public class Devices {

  private final Snapshot<List<Device>> devices;

  Devices(DeviceTable table) {
    this.devices = new Snapshot<>(
        () -> table.findAllByOrderById().stream().map(DeviceEntity::view).toList());
  }

  /** The device as it is on that day. */
  public Optional<Device> find(String code, LocalDate on) {
    return all(on).stream()
        .filter(device -> device.code().equals(code))
        .max(Comparator.comparing(Device::validFrom));
  }

  /** All devices on that day, in the order of the law's table. */
  public List<Device> all(LocalDate on) {
    return devices.get().stream().filter(device -> device.isValidOn(on)).toList();
  }
}
