package org.aeoreach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.aeoreach.platform.Configuration;

/**
 * The domains mail of ours may come from: {@code AEO_MAIL_DOMAINS}, and where that is empty the one of {@code
 * AEO_MAIL_FROM}. What comes from elsewhere would be taken for forged (SPF, DMARC).
 */
@ApplicationScoped
public class SendingDomains {

    private static final String DEMO = "customs.example";

    private Set<String> domains = Set.of();

    SendingDomains() {}

    @Inject
    SendingDomains(Configuration configuration) {
        this.domains = of(configuration);
    }

    /** @throws IllegalStateException when one is no domain, so that the server does not start */
    static Set<String> of(Configuration configuration) {
        Set<String> domains = new TreeSet<>();
        configuration.list("aeo.mail.domains").forEach(each -> domains.add(checked(each)));
        String from = configuration.text("aeo.mail.from", "");
        if (domains.isEmpty() && MailAddress.isWellFormed(from)) {
            domains.add(new MailAddress(from).domain());
        }
        if (domains.isEmpty() && configuration.demo()) {
            domains.add(DEMO);
        }
        return domains;
    }

    private static String checked(String domain) {
        if (!MailAddress.isWellFormed("a@" + domain)) {
            throw new IllegalStateException("AEO_MAIL_DOMAINS holds \"" + domain + "\", which is no domain");
        }
        return domain.toLowerCase(Locale.ROOT);
    }

    /** Whether mail may come from that address; subdomains have to be named themselves. */
    public boolean hold(MailAddress address) {
        return domains.contains(address.domain());
    }

    /** For people to read; empty when there is none. */
    public String named() {
        return String.join(", ", domains);
    }
}
