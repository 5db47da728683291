import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Starts an application whose own classes and pages lie outside the class path. An archive of classes takes in no
 * folders, and would be void after every change of ours; this way it holds the libraries alone.
 */
public class TrainingStart {

  /** @param args class to start, folder or jar outside the class path, as many as there are, {@code --}, arguments */
  public static void main(String[] args) throws Exception {
    int end = Arrays.asList(args).indexOf("--");
    URL[] outside = new URL[end - 1];
    for (int i = 1; i < end; i++) {
      outside[i - 1] = Path.of(args[i]).toUri().toURL();
    }
    ClassLoader loader = new URLClassLoader(outside);
    Thread.currentThread().setContextClassLoader(loader);
    loader.loadClass(args[0]).getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, end + 1, args.length));
  }
}
