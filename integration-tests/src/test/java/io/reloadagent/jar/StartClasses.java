package io.reloadagent.jar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The entry of the agent's jar that holds the classes of each start: their files by their names, in the order in which they lie there. */
public final class StartClasses {

    public static final String ENTRY = "inst/start.classes";

    private StartClasses() {}

    public static Map<String, byte[]> read(byte[] entry) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(entry));
        while (in.available() > 0) {
            String name = in.readUTF();
            files.put(name, in.readNBytes(in.readInt()));
        }
        return files;
    }

    public static byte[] write(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            out.writeUTF(file.getKey());
            out.writeInt(file.getValue().length);
            out.write(file.getValue());
        }
        return bytes.toByteArray();
    }
}
