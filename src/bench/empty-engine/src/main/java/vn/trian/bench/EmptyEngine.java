package vn.trian.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Engine, web applications and REST as the starters bring them. */
@SpringBootApplication
public class EmptyEngine {

  public static void main(String[] args) {
    SpringApplication.run(EmptyEngine.class, args);
  }
}
