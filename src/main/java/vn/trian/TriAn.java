package vn.trian;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Tri Ân: engine, Tasklist, Cockpit, Admin, REST and our own pages in one process. */
@SpringBootApplication
public class TriAn {

  public static void main(String[] args) {
    SpringApplication.run(TriAn.class, args);
  }
}
