package io.reloadagent.benchmarks.transaction;

import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.Reloadable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An application with a thousand dynamic fields, all of which change with every reload, and a hundred modules that do nothing: prints how
 * long each step takes, in milliseconds, median and worst.
 */
public final class CommitApplication {

    private static final int MODULES = 100;
    private static final int FIELDS = 1_000;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 50;
    private static final List<String> STEPS = List.of("compare", "validate", "open", "callbacks", "commit");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI reload;
    private final Path token;
    private final Path source;

    private CommitApplication(String address, Path token, Path source) {
        this.reload = URI.create("http://" + address + "/admin/reload");
        this.token = token;
        this.source = source;
    }

    /** Takes the agent's address, its token file, and the source. */
    public static void main(String[] arguments) throws Exception {
        new CommitApplication(arguments[0], Path.of(arguments[1]), Path.of(arguments[2])).run();
    }

    private void run() throws Exception {
        List<Reloadable> modules = new ArrayList<>();
        for (int i = 0; i < MODULES; i++) {
            modules.add(new Moody());
            ReloadAgent.register("module-" + i, modules.get(i));
        }
        List<IntUnaryOperator> readers = readers();
        awaitAgent();
        double[][] millis = new double[STEPS.size() + 1][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            int sum = 0;
            for (IntUnaryOperator reader : readers) {
                sum += reader.applyAsInt(sum);
            }
            Files.writeString(source, document(round + WARM_UP + 2));
            String answer = ask();
            if (!answer.contains("\"APPLIED\"")) {
                throw new IllegalStateException(answer + sum);
            }
            if (round >= 0) {
                note(answer, millis, round);
            }
        }
        print(millis);
        System.exit(0);
    }

    /** It begins to answer a moment after {@code main} has begun. */
    private void awaitAgent() throws InterruptedException {
        while (Files.notExists(token)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static List<IntUnaryOperator> readers() throws ReflectiveOperationException {
        List<IntUnaryOperator> readers = new ArrayList<>();
        for (int i = 0; i < FIELDS; i++) {
            readers.add((IntUnaryOperator) Class.forName("hot.Reader" + i).getConstructor().newInstance());
        }
        return readers;
    }

    private static String document(int value) {
        StringBuilder yaml = new StringBuilder("hot:\n");
        for (int field = 0; field < FIELDS; field++) {
            yaml.append("  f").append(field).append(": ").append(value).append('\n');
        }
        return yaml.toString();
    }

    private String ask() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(reload)
                .header("Authorization", "Bearer " + Files.readString(token).trim())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** The steps one by one, then those from opening the fields to the end of the commit. */
    private static void note(String answer, double[][] millis, int round) {
        for (int step = 0; step < STEPS.size(); step++) {
            Matcher found = Pattern.compile('"' + STEPS.get(step) + "\":([0-9.E-]+)").matcher(answer);
            millis[step][round] = found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
        }
        millis[STEPS.size()][round] = millis[2][round] + millis[3][round] + millis[4][round];
    }

    private static void print(double[][] millis) {
        System.out.println("| step | median | worst |");
        System.out.println("|---|---:|---:|");
        for (int step = 0; step <= STEPS.size(); step++) {
            double[] sorted = millis[step].clone();
            Arrays.sort(sorted);
            String name = step < STEPS.size() ? STEPS.get(step) : "open, callbacks and commit";
            System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f |%n", name, sorted[ROUNDS / 2], sorted[ROUNDS - 1]);
        }
    }
}
