package io.reloadagent.source;

import java.nio.file.Path;
import java.util.List;

/** Where values come from: a file, a directory of files, the environment. Implementations are immutable and thread-safe. */
public interface Source {

    /**
     * Reads what it holds now, once.
     *
     * @return one content or several, in order of precedence: later ones override earlier ones
     * @throws SourceException with every problem, if it is missing, unreadable or too large
     */
    List<Content> read() throws SourceException;

    /**
     * The files and directories whose change may tell of another content, absolute; empty if only reading tells.
     * What is in a directory that is named here is meant as well, but not what is deeper.
     */
    List<Path> watched();

    /** What people know it by: the file, say. */
    @Override
    String toString();
}
