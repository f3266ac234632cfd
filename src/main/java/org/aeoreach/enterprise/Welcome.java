package org.aeoreach.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.aeoreach.enterprise.EnterpriseMail.Addressee;
import org.aeoreach.identity.people.Invitations;
import org.jspecify.annotations.Nullable;

/** Tells somebody that he may act for an enterprise now, and how to get in. */
@ApplicationScoped
public class Welcome {

    @Inject
    private EnterpriseMail mail;

    @Inject
    private Invitations invitations;

    /** Who comes new to an enterprise. @param made whether his account is new and has no password yet */
    public record Newcomer(long accountId, boolean made, Addressee person) {}

    /** The enterprise, by name, and where what is written to it belongs. */
    public record To(String enterpriseZh, @Nullable String enterpriseEn, EnterpriseMail.About about) {}

    /** In the transaction that makes him its user or representative. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(Newcomer newcomer, To to) {
        invitations.welcome(newcomer.accountId());
        mail.send(
                "enterprise-welcome",
                newcomer.person(),
                to.about(),
                language ->
                        Map.of("enterprise", language.pick(to.enterpriseZh(), to.enterpriseEn()), "acting", "/acting"));
    }
}
