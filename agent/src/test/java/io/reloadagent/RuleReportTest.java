package io.reloadagent;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.bind.Adoption;
import io.reloadagent.bind.Binder;
import io.reloadagent.bind.ClassPattern;
import io.reloadagent.bind.Constraints;
import io.reloadagent.bind.Converters;
import io.reloadagent.bind.Rule;
import io.reloadagent.bind.Rules;
import io.reloadagent.bind.SecretPaths;
import io.reloadagent.bind.ValueRules;
import io.reloadagent.field.Versions;
import io.reloadagent.report.CapturedLog;
import io.reloadagent.report.Event;
import io.reloadagent.report.Level;
import io.reloadagent.source.Content;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.format.Formats;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleReportTest {

    private final CapturedLog log = new CapturedLog(Level.INFO);
    private final Rules rules = new Rules(List.of(
            new Rule(new ClassPattern("com.acme.DatabseConfig"), Path.of("database"), null, false),
            new Rule(new ClassPattern("com.acme.Other"), Path.of("other"), null, false)));
    private final RuleReport report = new RuleReport(rules, Adoption.none(), log.log());

    private static Document document(String yaml) throws SourceException {
        return new Snapshot(List.of(new Content("app.yaml", Formats.YAML, yaml.getBytes(StandardCharsets.UTF_8), null)))
                .parse();
    }

    private void reload(String before, String after) throws SourceException {
        Versions versions = new Versions(document(before));
        Binder binder = new Binder(
                rules,
                versions,
                new ValueRules(
                        new SecretPaths(List.of()), new Converters(), new Constraints(path -> false, what -> {})),
                false,
                type -> Set.of(),
                type -> {},
                () -> {},
                cells -> {},
                (field, why) -> {});
        binder.compare(versions.current(), document(after));
        report.told(Event.completed("id", Duration.ZERO, List.of(), 1));
    }

    @Test
    void aRuleWithoutAClassIsSaidOnceWhenAReloadChangesWhatItFollows() throws Exception {
        reload("database: {size: 1}", "database: {size: 2}");
        reload("database: {size: 2}", "database: {size: 3}");
        assertThat(log.lines()).hasSize(1);
        assertThat(log.text()).contains("WARN rule for com.acme.DatabseConfig has matched no loaded class so far");
    }

    @Test
    void nothingIsSaidOfARuleWhoseClassIsLoaded() throws Exception {
        report.loaded("com.acme.DatabseConfig", List.of("size"), List.of());
        reload("database: {size: 1}", "database: {size: 2}");
        assertThat(log.text()).isEmpty();
    }
}
