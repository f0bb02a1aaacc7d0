package io.reloadagent.cli;

import io.reloadagent.scan.ClassFacts;
import io.reloadagent.scan.FieldFacts;
import io.reloadagent.scan.Mark;
import io.reloadagent.scan.Remarks;
import io.reloadagent.scan.ScanResult;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a scan has found, for programs. */
final class ScanMap {

    private ScanMap() {}

    static Map<String, Object> of(ScanResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("archive", result.archive());
        map.put("classes", result.classes());
        map.put("ownClasses", result.ownClasses());
        map.put("adopt", result.frameworks());
        map.put("candidates", result.candidates().stream().map(ScanMap::type).collect(Collectors.toList()));
        map.put(
                "libraries",
                result.libraries().stream()
                        .map(library -> {
                            Map<String, Object> item = new LinkedHashMap<>();
                            item.put("name", library.name());
                            item.put("classes", library.classes());
                            item.put("candidates", library.candidates());
                            return item;
                        })
                        .collect(Collectors.toList()));
        map.put("skipped", result.notes().skipped());
        map.put("skippedCount", result.notes().skippedCount());
        map.put("duplicates", result.notes().duplicates());
        map.put("versioned", result.notes().versioned());
        map.put("incomplete", result.notes().incomplete());
        return map;
    }

    private static Map<String, Object> type(ClassFacts facts) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("class", facts.name());
        map.put("in", facts.part());
        map.put("reason", facts.reason().name().toLowerCase(Locale.ROOT));
        map.put("annotation", mark(facts.mark()));
        map.put("fields", facts.fields().stream().map(ScanMap::field).collect(Collectors.toList()));
        return map;
    }

    private static Map<String, Object> field(FieldFacts field) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", field.name());
        map.put("type", field.type());
        map.put("descriptor", field.descriptor());
        map.put("static", field.isStatic());
        map.put("final", field.isFinal());
        map.put("annotation", mark(field.mark()));
        map.put("verdict", field.verdict().name().toLowerCase(Locale.ROOT));
        map.put("why", Remarks.of(field));
        map.put("sites", field.readers().sites());
        map.put("readers", field.readers().byClass());
        map.put("getter", field.getter());
        map.put("setter", field.setter());
        map.put("handler", field.handler());
        map.put("poolSize", field.isPoolSize());
        return map;
    }

    private static String mark(Mark mark) {
        return mark == null ? null : mark.toString();
    }
}
