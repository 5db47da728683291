package vn.trian.startup;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the steps of the start ahead of the web server, so that nobody meets a half-made application. */
@Component
class StartSteps implements SmartLifecycle {

  private final ObjectProvider<StartStep> steps;
  private final FirstConnection connection;
  private boolean running;

  StartSteps(ObjectProvider<StartStep> steps, FirstConnection connection) {
    this.steps = steps;
    this.connection = connection;
  }

  @Override
  public void start() {
    steps.orderedStream().forEach(StartStep::run);
    connection.close();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The connector opens in one of the last phases. */
  @Override
  public int getPhase() {
    return 0;
  }
}
