import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** {@code java Fetch.java <address> <file>}: for mvnw on a machine with neither curl nor wget. */
class Fetch {

  public static void main(String[] args) throws InterruptedException {
    try {
      fetch(URI.create(args[0]), Path.of(args[1]));
    } catch (IOException e) {
      System.err.println(e);
      System.exit(1);
    }
  }

  private static void fetch(URI address, Path file) throws IOException, InterruptedException {
    var client = HttpClient.newBuilder().followRedirects(Redirect.NORMAL).connectTimeout(Duration.ofSeconds(10))
        .proxy(ProxySelector.getDefault()).build();
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(10)).build();
    int status = client.send(request, BodyHandlers.ofFile(file)).statusCode();
    if (status != 200) {
      throw new IOException("HTTP status " + status);
    }
  }
}
