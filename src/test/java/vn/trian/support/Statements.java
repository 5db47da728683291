package vn.trian.support;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** SQL statements that the current thread sent to the database; rows of a batch count one by one. */
public final class Statements {

  private static final ThreadLocal<List<String>> SENT = new ThreadLocal<>();

  /** What an action gave back and which statements it took. */
  public record Counted<T>(T result, List<String> sql) {

    public int count() {
      return sql.size();
    }

    /** Statements that were sent more than once, most frequent first; a hint at a loop of queries. */
    public List<String> repeated() {
      var times = new TreeMap<String, Integer>();
      sql.forEach(each -> times.merge(each, 1, Integer::sum));
      return times.entrySet().stream().filter(each -> each.getValue() > 1)
          .sorted((a, b) -> b.getValue() - a.getValue())
          .map(each -> each.getValue() + " x " + each.getKey()).toList();
    }
  }

  private Statements() {}

  public static <T> Counted<T> of(Supplier<T> action) {
    SENT.set(new ArrayList<>());
    try {
      T result = action.get();
      return new Counted<>(result, List.copyOf(SENT.get()));
    } finally {
      SENT.remove();
    }
  }

  /** Puts the counter between application and database. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Counting {

    @Bean
    static BeanPostProcessor statementCounter() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source
              ? ProxyDataSourceBuilder.create(source).listener(new Listener()).build()
              : bean;
        }
      };
    }
  }

  private static final class Listener implements QueryExecutionListener {

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
      // counted when done
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
      List<String> sent = SENT.get();
      if (sent != null) {
        int rows = Math.max(1, execution.getBatchSize());
        for (int row = 0; row < rows; row++) {
          queries.stream().limit(1).map(QueryInfo::getQuery).forEach(sent::add);
        }
      }
    }
  }
}
