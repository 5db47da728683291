package vn.trian;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Tri Ân: engine, Tasklist, Cockpit, Admin, REST and our own pages in one process. */
@SpringBootApplication
@EnableJpaRepositories(considerNestedRepositories = true, bootstrapMode = BootstrapMode.LAZY)
@EnableScheduling
public class TriAn {

  public static void main(String[] args) {
    SpringApplication.run(TriAn.class, args);
  }
}
