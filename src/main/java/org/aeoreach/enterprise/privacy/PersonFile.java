package org.aeoreach.enterprise.privacy;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aeoreach.platform.JsonText;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;

/** All that is kept of a person as one file: JSON for programs and a page for people, in a ZIP archive. */
final class PersonFile {

    private PersonFile() {}

    static byte[] zip(List<People.Section> sections, Page page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("data.json"));
            zip.write(json(sections, page).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("data.html"));
            zip.write(html(sections, page).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String json(List<People.Section> sections, Page page) {
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        for (People.Section section : sections) {
            JsonArrayBuilder entries = JsonText.JSON.createArrayBuilder();
            for (PersonalDataSource.Entry entry : section.entries()) {
                JsonObjectBuilder fields = JsonText.JSON.createObjectBuilder();
                entry.fields().forEach(fields::add);
                entries.add(fields);
            }
            all.add(JsonText.JSON
                    .createObjectBuilder()
                    .add("section", page.t(section.title()))
                    .add("entries", entries));
        }
        return all.build().toString();
    }

    private static String html(List<People.Section> sections, Page page) {
        return new StaticTemplates().enterprisePrivacyFile(page, sections).render();
    }
}
