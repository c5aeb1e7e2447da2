import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * Adds the system's files to a jar that holds the database server. The zip file system leaves what is already in a jar
 * compressed as it is; shading would inflate and deflate the server's 300 MB each time, which takes longer than the
 * rest of the build.
 *
 * <p>Usage: {@code java AddToDatabaseJar.java system.jar database.jar}. Runs on the Java that runs Maven.
 */
final class AddToDatabaseJar {
    public static void main(String[] args) throws IOException {
        try (FileSystem system = FileSystems.newFileSystem(Path.of(args[0]));
                FileSystem database = FileSystems.newFileSystem(Path.of(args[1]));
                Stream<Path> files = Files.walk(system.getPath("/"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = database.getPath(file.toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
