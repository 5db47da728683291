package vn.trian.workflow.gate;

/**
 * One pair of method and path that the application answers.
 *
 * @param path as the application has it, every id in braces as {@code {}}
 */
record Endpoint(String method, String path) implements Comparable<Endpoint> {

  static Endpoint of(String method, String path) {
    String plain = path.replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "{}").replaceAll("/+", "/");
    return new Endpoint(method, plain.length() > 1 && plain.endsWith("/") && !plain.startsWith("/camunda/app/")
        ? plain.substring(0, plain.length() - 1) : plain);
  }

  @Override
  public int compareTo(Endpoint other) {
    return (path + " " + method).compareTo(other.path + " " + other.method);
  }
}
