package vn.trian.workflow.gate;

import java.util.List;
import vn.trian.workflow.modelgate.HostileUploads.Upload;

/** All of them on H2. */
@OverHttp
class HostileUploadsTest extends HostileUploadRules {

  @Override
  List<Upload> some(List<Upload> all) {
    return all;
  }
}
