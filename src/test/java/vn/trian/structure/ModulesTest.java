package vn.trian.structure;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.trian.TriAn;

/** The picture of the modules, as every package-info.java states its part of it, is the code's. */
class ModulesTest {

  @Test
  void modulesFollowThePicture() {
    ApplicationModules.of(TriAn.class).verify();
  }
}
