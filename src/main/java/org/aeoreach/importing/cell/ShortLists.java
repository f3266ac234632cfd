package org.aeoreach.importing.cell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;

/** Knows what the codes of short lists are called, from the messages or from a table. */
@ApplicationScoped
public class ShortLists {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Messages messages;

    /** Codes that messages name. @param prefix of their keys; several names of one code are divided by bars */
    public void addWorded(Vocabulary words, FileField field, String prefix, List<String> codes) {
        for (String code : codes) {
            words.with(field, code, code);
            for (Language language : Language.values()) {
                for (String name : names(language, prefix + code)) {
                    words.with(field, name, code);
                }
            }
            words.called(field, names(RequestContext.current().language(), prefix + code)[0], code);
        }
    }

    /** The same of an enumeration. */
    public void addWorded(Vocabulary words, FileField field, String prefix, Enum<?>... codes) {
        addWorded(words, field, prefix, Stream.of(codes).map(Enum::name).toList());
    }

    private String[] names(Language language, String key) {
        return messages.text(language, key).split("\\|");
    }

    /** Codes of a table. @param sql selects code and both names; of several rows with one code the last names it */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addListed(Vocabulary words, FileField field, String sql) {
        Language language = RequestContext.current().language();
        Rows.list(em.createNativeQuery(sql), row -> row).forEach(row -> words.with(field, row.text(0), row.text(0))
                .with(field, row.text(1), row.text(0))
                .with(field, row.textOrNull(2), row.text(0))
                .called(field, language.pick(row.text(1), row.textOrNull(2)), row.text(0)));
    }
}
