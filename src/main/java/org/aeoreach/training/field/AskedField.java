package org.aeoreach.training.field;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/**
 * A question asked on registering. An answer is a text: what was typed, a number, {@code YES} or {@code NO}, or the number
 * of a choice from 0.
 *
 * @param shownIf the question whose answer decides whether this one is asked, or null
 * @param shownValue with which answer
 */
public record AskedField(
        long id,
        int position,
        String labelZh,
        @Nullable String labelEn,
        FieldKind kind,
        List<FieldChoice> choices,
        boolean required,
        @Nullable Long shownIf,
        @Nullable String shownValue,
        long version) {

    static final String YES = "YES";
    static final String NO = "NO";

    static final String COLUMNS = "select f.id, f.position, f.label_zh, f.label_en, f.kind, cast(f.choices as text),"
            + " f.required, f.shown_if, f.shown_value, f.version from ";

    /** One of the answers to choose from. */
    public record FieldChoice(String zh, @Nullable String en) {}

    static AskedField of(Rows.Row row) {
        return new AskedField(
                row.id(0),
                (int) row.id(1),
                row.text(2),
                row.textOrNull(3),
                FieldKind.valueOf(row.text(4)),
                JsonText.array(row.text(5)).getValuesAs(JsonObject.class).stream()
                        .map(each -> new FieldChoice(each.getString("zh"), each.getString("en", null)))
                        .toList(),
                row.flag(6),
                row.idOrNull(7),
                row.textOrNull(8),
                row.id(9));
    }

    /** Name of its field in a form, and in what is said about it. */
    public String name() {
        return "answers." + id;
    }

    /** Name of the field it hangs on, or null. */
    public @Nullable String when() {
        return shownIf == null ? null : "answers." + shownIf;
    }

    public Bilingual label() {
        return new Bilingual(labelZh, labelEn);
    }

    /** What there is to choose from, in the reader's words; nothing for what is typed. */
    public List<Option> options(Page page) {
        return switch (kind) {
            case YES_NO -> List.of(new Option(YES, page.t("web.yes")), new Option(NO, page.t("web.no")));
            case CHOICE ->
                IntStream.range(0, choices.size())
                        .mapToObj(i -> new Option(
                                Integer.toString(i),
                                page.pick(choices.get(i).zh(), choices.get(i).en())))
                        .toList();
            case TEXT, NUMBER -> List.of();
        };
    }

    /** The question among others on which it hangs, if it hangs on one. */
    public Stream<AskedField> decider(List<AskedField> all) {
        return all.stream().filter(each -> shownIf != null && each.id() == shownIf);
    }

    /** On which answer it hangs, in the reader's words; an empty text when on none. */
    public String condition(Page page, List<AskedField> all) {
        return decider(all)
                .findFirst()
                .map(other -> page.t(
                        "field.only-when",
                        page.pick(other.labelZh(), other.labelEn()),
                        other.options(page).stream()
                                .filter(each -> each.value().equals(shownValue))
                                .map(Option::label)
                                .findFirst()
                                .orElse("")))
                .orElse("");
    }
}
