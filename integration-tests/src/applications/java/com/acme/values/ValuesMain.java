package com.acme.values;

import com.acme.shell.Busy;
import com.acme.shell.Shell;
import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads fields of types of many kinds, for one of which it has a converter. */
public final class ValuesMain {

    private ValuesMain() {}

    public static void main(String[] args) throws Exception {
        ReloadAgent.convert(Percent.class, Percent::read);
        Values values = new Values();
        Busy busy = new Busy()
                .reading("instant", () -> values.instant)
                .reading("time", () -> values.time)
                .reading("period", () -> values.period)
                .reading("zone", () -> values.zone)
                .reading("optional", () -> values.optional)
                .reading("optionalInt", () -> values.optionalInt)
                .reading("atomic", () -> values.atomic.get())
                .reading("path", () -> values.path)
                .reading("charset", () -> values.charset)
                .reading("type", () -> values.type)
                .reading("arrayList", () -> values.arrayList)
                .reading("concurrent", () -> values.concurrent)
                .reading("host", () -> values.host.toString())
                .reading("percent", () -> values.percent.toString())
                .reading("percents", () -> values.percents.toString())
                .reading("most", () -> values.most)
                .begin();
        new Shell()
                .on("seenAll", words -> busy.seenAll())
                .on("reload", words -> described(ReloadAgent.requestReload().get(20, TimeUnit.SECONDS)))
                .run();
    }

    private static List<String> described(ReloadResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(result.outcome().name());
        result.problems().forEach(problem -> lines.add("problem " + problem));
        return lines;
    }
}
