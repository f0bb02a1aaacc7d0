package io.reloadagent.cli;

import io.reloadagent.settings.FileName;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The arguments for an agent in another process, which has another working directory. Immutable. */
final class AgentArguments {

    private final Map<String, String> settings = new LinkedHashMap<>();

    /**
     * Takes what was given; the agent checks it.
     *
     * @param config null if there is none
     * @param source null if there is none
     * @param more by key
     * @throws WrongCallException if it says nothing of where the values come from, or cannot be handed over
     */
    static AgentArguments of(String config, String source, Map<String, String> more) throws WrongCallException {
        AgentArguments arguments = new AgentArguments();
        if (config != null) {
            arguments.add("config", config);
        }
        if (source != null) {
            arguments.add("source", source);
        }
        for (Map.Entry<String, String> setting : more.entrySet()) {
            arguments.add(setting.getKey(), setting.getValue());
        }
        if (!arguments.settings.containsKey("config") && !arguments.settings.containsKey("source")) {
            throw new WrongCallException("say where the values come from, by --config FILE or --source FILE");
        }
        return arguments;
    }

    private void add(String key, String value) throws WrongCallException {
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new WrongCallException("the value of '" + key + "' has a line feed in it");
        }
        boolean isFile = key.equals("config") || key.equals("source") || key.endsWith("file") || key.endsWith(".dir");
        if (settings.put(key, isFile && !value.isEmpty() ? absolute(key, value) : value) != null) {
            throw new WrongCallException("'" + key + "' is given twice; keep one");
        }
    }

    private static String absolute(String key, String value) throws WrongCallException {
        try {
            return Paths.get(FileName.expand(value))
                    .toAbsolutePath()
                    .normalize()
                    .toString();
        } catch (InvalidPathException noName) {
            throw new WrongCallException("'" + key + "' is not the name of a file: " + noName.getReason(), noName);
        }
    }

    /** One on each line. */
    @Override
    public String toString() {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
