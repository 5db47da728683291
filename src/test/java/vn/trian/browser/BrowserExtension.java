package vn.trian.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives tests their {@link Staff}, and keeps what the screens showed when one fails. */
class BrowserExtension
    implements ExecutionCondition, BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private static final Namespace SPACE = Namespace.create(BrowserExtension.class);
  private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
      "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--disable-default-apps", "--disable-extensions");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.find().isPresent() || Chromium.isRequired()) {
      return ConditionEvaluationResult.enabled("browser");
    }
    String reason = Chromium.howToGetOne() + " SKIPPED: " + context.getDisplayName();
    System.err.println("\n*** " + reason + "\n");
    return ConditionEvaluationResult.disabled(reason);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    ApplicationContext application = SpringExtension.getApplicationContext(context);
    application.getBean(WallClock.class).putToBeginning();
    application.getBean(EmptyLists.class).empty();
    staff(context).begin("http://localhost:" + application.getEnvironment().getProperty("local.server.port"));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    String test = context.getRequiredTestClass().getSimpleName() + "-" + context.getRequiredTestMethod().getName();
    staff(context).end(test, context.getExecutionException().isPresent());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Staff.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return staff(context);
  }

  private static Staff staff(ExtensionContext context) {
    return context.getRoot().getStore(SPACE).getOrComputeIfAbsent(Run.class, key -> new Run(), Run.class).staff;
  }

  /** One Chromium for all tests of the run. */
  private static final class Run implements Store.CloseableResource {

    private final Playwright playwright;
    private final Staff staff;

    Run() {
      Path chromium = Chromium.find().orElseThrow(() -> new AssertionError(Chromium.howToGetOne()));
      playwright = Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Browser browser = playwright.chromium().launch(
          new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(QUIET));
      staff = new Staff(browser);
    }

    @Override
    public void close() {
      playwright.close();
    }
  }
}
