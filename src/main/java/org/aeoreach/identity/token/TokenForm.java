package org.aeoreach.identity.token;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.aeoreach.identity.Sessions;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/**
 * What the page asks for to make a token.
 *
 * @param lastDay the last day, when it is to be one of the person's choice
 * @param formKey differs from form to form: the same one sent twice makes one token
 */
record TokenForm(
        @NotBlank @Size(max = 60) String name,
        @NotNull TokenScope scope,
        @NotNull Lifetime lifetime,
        @Nullable LocalDate lastDay,
        @NotNull Long assignmentId,
        @NotBlank @Size(max = 40) String formKey) {

    /** The form as it is first shown. */
    static Form fresh(Viewer viewer, List<Sessions.ActingRole> own) {
        boolean ownRole = own.stream().anyMatch(role -> role.assignmentId() == viewer.assignmentId());
        Long chosen = ownRole || own.isEmpty()
                ? Long.valueOf(viewer.assignmentId())
                : Long.valueOf(own.get(0).assignmentId());
        return Form.of(TokenForm.class)
                .with("scope", TokenScope.READ)
                .with("lifetime", Lifetime.DAYS_90)
                .with("assignmentId", chosen)
                .with("formKey", UUID.randomUUID());
    }

    /** With what there is to choose from, in the reader's language. */
    static Form complete(Form form, Page page, List<Sessions.ActingRole> own, LocalDate today) {
        return form.options("scope", Option.of(page, "identity.token.scope.", TokenScope.values()))
                .options(
                        "lifetime",
                        Arrays.stream(Lifetime.values())
                                .map(life -> lifetime(life, page, today))
                                .toList())
                .options(
                        "assignmentId",
                        own.stream().map(role -> role(role, page)).toList());
    }

    private static Option lifetime(Lifetime life, Page page, LocalDate today) {
        LocalDate lastDay = life.lastDay(today, null);
        String words = page.t("identity.token.lifetime." + life);
        return new Option(
                life.name(),
                lastDay == null ? words : page.t("identity.token.lifetime.until", words, page.on(lastDay)));
    }

    private static Option role(Sessions.ActingRole role, Page page) {
        String words = page.t("scope.role." + role.role());
        String where = role.enterpriseZh() == null
                ? page.pick(role.unitZh(), role.unitEn())
                : page.pick(role.enterpriseZh(), role.enterpriseEn());
        return new Option(Long.toString(role.assignmentId()), page.t("identity.token.role-in", words, where));
    }

    /** @throws Problem 400 when a day was to be chosen and none was */
    NewToken wanted(LocalDate today) {
        LocalDate end = lifetime.lastDay(today, lastDay);
        if (end == null) {
            throw Problem.invalid("lastDay", "web.invalid.NotNull");
        }
        return new NewToken(name, scope, end, assignmentId);
    }
}
