package org.aeoreach.web.styleguide;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.form.Secret;
import org.jspecify.annotations.Nullable;

/** Every kind of field, empty, filled and faulty. */
@ApplicationScoped
public class FormSection implements StyleSection {

    @Inject
    private Forms forms;

    /** A command with a field of each kind. */
    record Sample(
            @NotBlank @Size(max = 40) String subject,
            @Nullable @Size(max = 200) String note,
            @NotBlank @Email String mail,
            @Min(1) int seats,
            @NotNull LocalDate day,
            @NotNull Role role,
            @NotNull DayOfWeek weekday,
            @NotEmpty Set<DayOfWeek> weekdays,
            @AssertTrue boolean agreed,
            @NotBlank @Secret String password) {}

    @Override
    public String key() {
        return "form";
    }

    @Override
    public JteModel part(Page page) {
        Form empty = options(page, Form.of(Sample.class));
        Form filled = empty.with("subject", page.t("web.sample.subject"))
                .with("note", page.t("web.sample.note"))
                .with("mail", "li.ming@example.test")
                .with("seats", 30)
                .with("day", LocalDate.of(2026, 12, 1))
                .with("role", Role.COORDINATOR)
                .with("weekday", DayOfWeek.MONDAY)
                .with("weekdays", Set.of(DayOfWeek.MONDAY))
                .with("agreed", true);
        return new StaticTemplates()
                .webStyleguideForm(
                        page,
                        empty.named("empty"),
                        filled.named("filled"),
                        forms.checked(empty, Sample.class).named("faulty"));
    }

    private static Form options(Page page, Form form) {
        List<Option> days = List.of(
                new Option("MONDAY", page.t("web.sample.monday")), new Option("FRIDAY", page.t("web.sample.friday")));
        return form.options("role", Option.of(page, "scope.role.", Role.COORDINATOR, Role.HOUSE_OFFICER, Role.AUDITOR))
                .options("weekday", days)
                .options("weekdays", days);
    }
}
