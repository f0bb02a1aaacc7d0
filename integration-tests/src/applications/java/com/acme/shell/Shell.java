package com.acme.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers questions on standard input, one line each, by lines on standard output, until there are no more. */
public final class Shell {

    private final Map<String, Command> commands = new LinkedHashMap<>();

    /** Gives the answer to a question: a collection of texts, or a single one. */
    public interface Command {
        Object answer(List<String> words) throws Exception;
    }

    public Shell on(String question, Command command) {
        commands.put(question, command);
        return this;
    }

    public void run() throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            System.out.println(answer(Arrays.asList(line.split(" "))));
        }
        System.exit(0);
    }

    private String answer(List<String> words) {
        try {
            Object answer = commands.get(words.get(0)).answer(words.subList(1, words.size()));
            return "= " + (answer instanceof Collection ? joined((Collection<?>) answer) : answer);
        } catch (Exception | Error failure) {
            return "! " + failure;
        }
    }

    private static String joined(Collection<?> texts) {
        return texts.stream().map(String::valueOf).collect(Collectors.joining("\t"));
    }
}
