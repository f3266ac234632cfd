package org.aeoreach.campaign.mailing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.aeoreach.campaign.Audience;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/** What a mailing says to one audience; who reads English gets the Chinese words where there are no English ones. */
public record MailingText(
        @NotNull Audience audience,
        @NotBlank @Size(max = 150) String subjectZh,
        @NotBlank @Size(max = 4000) String bodyZh,
        @Nullable @Size(max = 200) String subjectEn,
        @Nullable @Size(max = 8000) String bodyEn) {

    /** The language a reader of this one gets. */
    public Language language(Language wanted) {
        return wanted == Language.EN && (subjectEn == null || bodyEn == null) ? Language.ZH : wanted;
    }

    public String subject(Language language) {
        return language.pick(subjectZh, subjectEn);
    }

    public String body(Language language) {
        return language.pick(bodyZh, bodyEn);
    }
}
