package org.aeoreach.library.content;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** One of the two files of a document. */
record TextFile(
        String name,
        String id,
        String language,
        FrontMatter front,
        Fields fields,
        Faults faults,
        ContentText text,
        Body body) {

    private static final Set<String> COMMON = Set.of("id", "language", "title", "summary");

    /** @param name relative to the folder that is read */
    static TextFile read(Path file, String name) {
        Faults faults = new Faults(name);
        FrontMatter front = FrontMatter.of(content(file, faults), faults);
        Fields fields = new Fields(front, faults);
        String[] parts = String.valueOf(file.getFileName()).split("\\.", -1);
        TextFile read = of(name, parts[0], parts[1], front, fields, faults);
        read.check();
        return read;
    }

    private static TextFile of(
            String name, String id, String language, FrontMatter front, Fields fields, Faults faults) {
        Body body = Body.of(front.body());
        ContentText text = new ContentText(
                language,
                fields.text("title", ContentText.LONGEST_TITLE),
                fields.text("summary", ContentText.LONGEST_SUMMARY),
                front.body().strip() + "\n",
                body.sections());
        return new TextFile(name, id, language, front, fields, faults, text, body);
    }

    private void check() {
        same("id", id);
        same("language", language);
        if (!Codes.isCode(id)) {
            faults.add(0, "content.fault.file-name");
        }
        if (front.body().isBlank()) {
            faults.add(front.bodyLine(), "content.fault.no-text");
        } else if (front.body().length() > ContentText.LONGEST_BODY) {
            faults.add(front.bodyLine(), "content.fault.text-too-long", Integer.toString(ContentText.LONGEST_BODY));
        }
        body.faults()
                .forEach(fault -> faults.add(
                        line(fault.line()), fault.key(), fault.arguments().toArray(String[]::new)));
        fields.only(
                chinese() ? DocumentReader.FIELDS : COMMON, chinese() ? Set.of() : DocumentReader.fieldsBeside(COMMON));
    }

    boolean chinese() {
        return language.equals("zh");
    }

    /** @param inBody counted from 1 */
    int line(int inBody) {
        return front.bodyLine() - 1 + inBody;
    }

    private void same(String field, String expected) {
        String typed = fields.text(field);
        if (!typed.isEmpty() && !typed.equals(expected)) {
            faults.add(fields.line(field), "content.fault.unlike-file-name", field, typed);
        }
    }

    private static String content(Path file, Faults faults) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            if (text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0) {
                faults.add(0, "content.fault.line-ends");
            }
            return text.replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            faults.add(0, "content.fault.not-utf-8");
        } catch (IOException e) {
            faults.add(0, "content.fault.unreadable");
        }
        return "";
    }
}
