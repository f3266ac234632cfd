package org.aeoreach.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

    record Visit(
            @NotBlank @Size(max = 20) String place,
            @Nullable String note,
            String remark,
            @NotNull LocalDate day,
            int guests,
            boolean indoors,
            @Nullable DayOfWeek weekday,
            Set<DayOfWeek> weekdays,
            List<String> tags,
            @Secret String password) {}

    private static Form sent(String body) {
        return Form.received(FormReader.fields(body)).about(Visit.class);
    }

    private static Visit read(String body) {
        Binding binding = new Binding(sent(body));
        Visit visit = binding.command(Visit.class);
        assertThat(binding.unreadable()).isEmpty();
        return visit;
    }

    @Test
    void readsEveryKindOfField() {
        Visit visit = read("place=%E8%9B%87%E5%8F%A3&note=a%0D%0Ab&day=2026-04-01&guests=12&indoors=true"
                + "&weekday=FRIDAY&weekdays=MONDAY&weekdays=SUNDAY&tags=x&tags=+y+&password=+p+");
        assertThat(visit)
                .isEqualTo(new Visit(
                        "蛇口",
                        "a\nb",
                        "",
                        LocalDate.of(2026, 4, 1),
                        12,
                        true,
                        DayOfWeek.FRIDAY,
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                        List.of("x", "y"),
                        " p "));
    }

    @Test
    void emptyTextIsNothingWhereNothingIsAllowedOrForbidden() {
        Visit visit = read("place=+%E3%80%80&note=+&remark=+&day=&guests=0&password=");
        assertThat(visit.place()).isNull();
        assertThat(visit.note()).isNull();
        assertThat(visit.remark()).isEmpty();
        assertThat(visit.day()).isNull();
        assertThat(visit.indoors()).isFalse();
        assertThat(visit.weekdays()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "day,2026-02-30,web.invalid.date",
        "day,99999-01-01,web.invalid.date",
        "guests,many,web.invalid.number",
        "guests,99999999999,web.invalid.number",
        "weekday,CATURDAY,web.invalid.choice",
        "weekdays,CATURDAY,web.invalid.choice",
        "guests,'',web.invalid.NotNull"
    })
    void tellsWhatCannotBeRead(String field, String text, String key) {
        String others = field.equals("guests") ? "day=2026-01-01" : "guests=1";
        Binding binding = new Binding(sent(others + "&" + field + "=" + text));
        binding.command(Visit.class);
        assertThat(binding.unreadable()).hasSize(1).first().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.key()).isEqualTo(key);
        });
    }

    @Test
    void commandTellsWhatFieldsNeed() {
        Form form = Form.of(Visit.class);
        assertThat(form.required("place")).isTrue();
        assertThat(form.required("day")).isTrue();
        assertThat(form.required("guests")).isTrue();
        assertThat(form.required("note")).isFalse();
        assertThat(form.required("indoors")).isFalse();
        assertThat(form.longest("place")).isEqualTo(20);
        assertThat(form.longest("note")).isZero();
        assertThat(form.label("place")).isEqualTo("web.field.place");
    }

    @Test
    void originalTravelsWithTheVersionButNoSecretDoes() {
        Form form = Form.of(Visit.class)
                .with("place", "蛇口")
                .with("tags", List.of("x", "y"))
                .with("password", "p")
                .version(3);
        assertThat(form.travelling())
                .isEqualTo(Map.of("version", List.of("3"), "was.place", List.of("蛇口"), "was.tags", List.of("x", "y")));
    }

    @Test
    void formWithoutVersionIsRefused() {
        for (String body : List.of("", "version=", "version=x", "version=-1", "version=9999999999999999999")) {
            assertThatThrownBy(() -> sent(body).version()).isInstanceOf(Problem.class);
        }
    }

    @Test
    void refusesWhatIsNoForm() {
        assertThatThrownBy(() -> FormReader.fields("a=%zz")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> FormReader.fields("a&".repeat(3000))).isInstanceOf(Problem.class);
        assertThat(FormReader.fields("a&b=")).isEqualTo(Map.of("a", List.of(""), "b", List.of("")));
    }
}
