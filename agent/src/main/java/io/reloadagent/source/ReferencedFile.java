package io.reloadagent.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file whose content is a value, such as a secret that an orchestrator mounts. */
final class ReferencedFile {

    /** A value is short. */
    private static final Bound MOST = Bound.bytes(1024 * 1024);

    private ReferencedFile() {}

    static Found read(Path file) {
        try {
            OffHeapText text = OffHeapText.of(WholeFile.readOffHeap(file, MOST));
            return text == null ? Found.unusable("is not UTF-8 text") : Found.hidden(text);
        } catch (NoSuchFileException e) {
            return Found.nothing("does not exist");
        } catch (WholeFile.NotUsableException e) {
            return Found.unusable(e.getMessage());
        } catch (AccessDeniedException e) {
            return Found.unusable("cannot be read: permission denied to the user of this process");
        } catch (IOException e) {
            return Found.unusable("cannot be read: " + e.getClass().getName());
        }
    }
}
