package vn.trian;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Starts Tri Ân: engine, Tasklist, Cockpit, Admin, REST and our own pages in one process. */
@SpringBootApplication
@EnableJpaRepositories(considerNestedRepositories = true)
public class TriAn {

  public static void main(String[] args) {
    SpringApplication.run(TriAn.class, args);
  }
}
