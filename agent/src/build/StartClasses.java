import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Moves the classes that a start needs into one file, which {@code premain.StartClasses} reads. A name in the list without a class is left out: the list
 * is made by {@code start-classes.sh} now and then, and a class that it lacks is loaded nonetheless, only slower.
 *
 * <p>Run by {@code jar.xml}: {@code java StartClasses.java LIST FOLDER}, where the folder's class files end in {@code .classdata}
 */
final class StartClasses {

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        int count = 0;
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(folder.resolve("start.classes")))) {
            for (String name : Files.readAllLines(Path.of(arguments[0]))) {
                Path file = folder.resolve(name.replace('.', '/') + ".classdata");
                if (Files.exists(file)) {
                    byte[] bytes = Files.readAllBytes(file);
                    out.writeUTF(name);
                    out.writeInt(bytes.length);
                    out.write(bytes);
                    Files.delete(file);
                    count++;
                }
            }
        }
        System.out.println(count + " classes are in one piece");
    }
}
