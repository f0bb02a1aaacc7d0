package io.reloadagent.bind;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;

/** Records the keys of maps that are not what the type of the key wants, and goes on. */
final class KeyProblems extends DeserializationProblemHandler {

    @Override
    public Object handleWeirdKey(DeserializationContext context, Class<?> type, String key, String reason) {
        NodeParser parser = (NodeParser) context.getParser();
        Findings findings = parser.findings();
        String message = "expected as key " + reason + ", found " + findings.shownKey(key, parser.place());
        findings.add(parser.node().origin(), parser.place(), message);
        return null;
    }
}
