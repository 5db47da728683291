package vn.trian.workflow.engine;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunction;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.trian.benefit.Device;
import vn.trian.benefit.Devices;
import vn.trian.benefit.Rates;
import vn.trian.casefile.CaseContexts;
import vn.trian.registry.Martyrs;
import vn.trian.shared.PartialDate;

/** FEEL functions of the field: certain comparison of incomplete dates, rates and devices in force, the register. */
@Component
class FeelFunctions implements FeelCustomFunctionProvider {

  private final Map<String, CustomFunction> functions = new LinkedHashMap<>();

  // looked up late: the engine is built while Hibernate, which they need, is still getting ready
  FeelFunctions(ObjectProvider<Rates> rates, ObjectProvider<Devices> devices, ObjectProvider<Martyrs> martyrs,
      Clock clock) {
    add("certainlyBefore", List.of("a", "b"), args -> certainlyBefore(args.get(0), args.get(1)));
    add("inFuture", List.of("a"), args -> certainlyBefore(LocalDate.now(clock), args.get(0)));
    add("yearOf", List.of("a"), args -> PartialDate.of(text(args.get(0))).map(PartialDate::year).orElse(null));
    add("rate", List.of("code", "on"), args -> day(args.get(1))
        .flatMap(on -> rates.getObject().find(text(args.get(0)), on))
        .map(rate -> rate.amount() == null ? null : BigDecimal.valueOf(rate.amount())).orElse(null));
    add("device", List.of("code", "on"), args -> day(args.get(1))
        .flatMap(on -> devices.getObject().find(text(args.get(0)), on)).map(FeelFunctions::asContext).orElse(null));
    add("certificateHolder", List.of("number"), args -> martyrs.getObject().findByCertificate(text(args.get(0)))
        .map(martyr -> CaseContexts.MARTYR + martyr.id()).orElse(null));
    add("text", List.of("value"), args -> text(args.get(0)));
    add("written", List.of("date"), args -> FeelDates.written(text(args.get(0))));
    add("monthOf", List.of("date"), args -> FeelDates.month(text(args.get(0))).map(YearMonth::toString).orElse(null));
    add("monthsBetween", List.of("from", "to"),
        args -> FeelDates.monthsBetween(text(args.get(0)), text(args.get(1))));
    add("nameKey", List.of("name"), args -> nameKey(text(args.get(0))));
  }

  @Override
  public Optional<CustomFunction> resolveFunction(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  @Override
  public Collection<String> getFunctionNames() {
    return functions.keySet();
  }

  private void add(String name, List<String> parameters, Function<List<Object>, Object> body) {
    functions.put(name, CustomFunction.create()
        .setParams(parameters.toArray(String[]::new))
        .setFunction(body)
        .build());
  }

  private static Map<String, Object> asContext(Device device) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("code", device.code());
    context.put("name", device.name().vi());
    context.put("lifetimeYears", device.lifetimeYears());
    context.put("amount", device.amount());
    context.put("legalBasis", device.legalBasis());
    return context;
  }

  private static boolean certainlyBefore(Object a, Object b) {
    Optional<PartialDate> first = PartialDate.of(text(a));
    Optional<PartialDate> second = PartialDate.of(text(b));
    return first.isPresent() && second.isPresent() && first.get().certainlyBefore(second.get());
  }

  private static Optional<LocalDate> day(Object value) {
    return PartialDate.of(text(value)).map(PartialDate::day);
  }

  /** The same for one person's name however it was typed: capitals, single blanks. */
  private static String nameKey(String name) {
    return name == null ? null : name.replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
  }

  private static String text(Object value) {
    if (value instanceof ZonedDateTime zoned) {
      return zoned.toLocalDate().toString();
    }
    if (value instanceof LocalDateTime local) {
      return local.toLocalDate().toString();
    }
    return value == null ? null : value.toString();
  }
}
