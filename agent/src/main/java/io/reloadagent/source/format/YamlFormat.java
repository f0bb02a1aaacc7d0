package io.reloadagent.source.format;

import io.reloadagent.source.Content;
import io.reloadagent.source.Document;
import io.reloadagent.source.FileSource;
import io.reloadagent.source.Format;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Parses YAML, within limits and without ever making an object of a class that the document names. */
final class YamlFormat implements Format {

    @Override
    public String name() {
        return "yaml";
    }

    @Override
    public Document parse(Content content) throws SourceException {
        String text = Utf8Text.of(content);
        refuseControlCharacters(text, content.name());
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(FileSource.MAX_BYTES);
        options.setProcessComments(false);
        try {
            ParserImpl parser = new ParserImpl(new StreamReader(text), options);
            return new Document(content.name(), new YamlTree(content.name(), parser).read());
        } catch (MarkedYAMLException e) {
            throw YamlAdvice.of(e, content.name());
        } catch (YAMLException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw YamlAdvice.refused(new Origin(content.name(), 1, 1), "not valid YAML, at an unknown place");
        } catch (StackOverflowError e) {
            throw YamlAdvice.refused(new Origin(content.name(), 1, 1), "nested too deeply to be read");
        }
    }

    private static void refuseControlCharacters(String text, String source) throws SourceException {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!StreamReader.isPrintable(c)) {
                String message = String.format(
                        "the control character U+%04X cannot stand in YAML; remove it, or escape it in double quotes",
                        c);
                throw YamlAdvice.refused(new Origin(source, line, column), message);
            }
            line += c == '\n' ? 1 : 0;
            column = c == '\n' ? 1 : column + 1;
            i += Character.charCount(c);
        }
    }
}
