package vn.trian.support;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL for tests that run as root where user namespaces are forbidden, as in most containers. The server
 * refuses to run as root, and the usual way around it ({@code unshare -U}) is closed there; so it runs as nobody.
 */
final class PostgresAsNobody {

  /** User and group "nobody" of every Linux distribution. */
  private static final int NOBODY = 65534;

  private final Path root;
  private final int port;

  private PostgresAsNobody(Path root, int port) {
    this.root = root;
    this.port = port;
  }

  static boolean isNeeded() {
    return "root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable();
  }

  /** Starts a server that ends with the JVM and leaves nothing behind; its port. */
  static int start(List<String> settings) throws IOException {
    PostgresAsNobody server = new PostgresAsNobody(Files.createTempDirectory("trian-postgres"), freePort());
    server.unpack();
    Files.setAttribute(server.root, "unix:uid", NOBODY);
    server.run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF-8", "-D", server.data());
    RealPostgres.afterApplications(server::stop);
    server.run("pg_ctl", "-D", server.data(), "-l", server.root.resolve("log").toString(), "-w", "start",
        "-o", "-F -p " + server.port + " -k '' -c " + String.join(" -c ", settings));
    return server.port;
  }

  private void stop() {
    try {
      run("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
      FileSystemUtils.deleteRecursively(root);
    } catch (IOException e) {
      System.err.println("PostgreSQL in " + root + " was not stopped: " + e.getMessage());
    }
  }

  private String data() {
    return root.resolve("data").toString();
  }

  private void unpack() throws IOException {
    String architecture = ArchUtils.normalize(System.getProperty("os.arch"));
    try (var packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", architecture);
        var archive = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        unpack(entry, archive);
      }
    }
  }

  private void unpack(TarArchiveEntry entry, TarArchiveInputStream content) throws IOException {
    Path file = root.resolve(entry.getName());
    Files.createDirectories(entry.isDirectory() ? file : file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(content, file);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY,
        "--clear-groups", root.resolve("bin").resolve(program).toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("trian-postgres", ".log");
    try {
      int status = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true)
          .redirectOutput(output.toFile()).start().waitFor();
      if (status != 0) {
        throw new IOException(program + " ended with " + status + ": " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for " + program, e);
    } finally {
      Files.delete(output);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
