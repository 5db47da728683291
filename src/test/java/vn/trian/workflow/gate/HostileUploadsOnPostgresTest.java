package vn.trian.workflow.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.trian.workflow.modelgate.HostileUploads.Upload;

/** One of each kind on PostgreSQL. */
@OverHttpOnPostgres
class HostileUploadsOnPostgresTest extends HostileUploadRules {

  @Override
  List<Upload> some(List<Upload> all) {
    Map<String, Upload> first = new LinkedHashMap<>();
    all.forEach(each -> first.putIfAbsent(each.kind(), each));
    return List.copyOf(first.values());
  }
}
