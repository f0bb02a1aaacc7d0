package io.reloadagent.store;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.UserPrincipal;

/** Who this process runs as. */
public final class ProcessUser {

    private ProcessUser() {}

    /**
     * The user, as the owner of files. Where there is no /proc, the property {@code user.name} is the next best: it may have been set to
     * anything.
     *
     * @throws IOException if the user is unknown here
     */
    public static UserPrincipal of(FileSystem files) throws IOException {
        Path process = Paths.get("/proc/self");
        return Files.exists(process)
                ? Files.getOwner(process)
                : files.getUserPrincipalLookupService().lookupPrincipalByName(System.getProperty("user.name"));
    }
}
