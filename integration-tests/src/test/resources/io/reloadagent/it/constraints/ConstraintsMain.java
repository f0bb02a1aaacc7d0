package com.acme.constraints;

import com.acme.shell.Busy;
import com.acme.shell.Shell;
import NAMESPACE.validation.Valid;
import NAMESPACE.validation.constraints.Max;
import NAMESPACE.validation.constraints.Min;
import NAMESPACE.validation.constraints.NotBlank;
import NAMESPACE.validation.constraints.Pattern;
import NAMESPACE.validation.constraints.Size;
import io.reloadagent.api.Dynamic;
import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads fields with constraints. */
public final class ConstraintsMain {

    @Dynamic("pool")
    static class Pool {
        @Min(1)
        @Max(100)
        int size = 5;

        @NotBlank
        String name = "own";

        @Valid
        Endpoint endpoint = new Endpoint();

        List<@Pattern(regexp = "[a-z]+") String> tags = Arrays.asList("own");

        List<@Valid Endpoint> others = new ArrayList<>();

        @Size(min = 12)
        String password = "own password";

        int free = 1;
    }

    static class Endpoint {
        @Min(1)
        int port = 1;

        @Override
        public String toString() {
            return "port " + port;
        }
    }

    public static void main(String[] args) throws Exception {
        Pool pool = new Pool();
        Busy busy = new Busy()
                .reading("size", () -> pool.size)
                .reading("name", () -> pool.name)
                .reading("endpoint", () -> pool.endpoint.toString())
                .reading("tags", () -> pool.tags)
                .reading("others", () -> pool.others.toString())
                .reading("password", () -> pool.password.length())
                .reading("free", () -> pool.free)
                .begin();
        new Shell()
                .on("seen", words -> busy.seen(words.get(0)))
                .on("reload", words -> described(ReloadAgent.requestReload().get(30, TimeUnit.SECONDS)))
                .run();
    }

    private static List<String> described(ReloadResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(result.outcome().name());
        result.problems().forEach(problem -> lines.add("problem " + problem));
        return lines;
    }
}
