package org.aeoreach.training.portal;

import java.util.List;
import org.aeoreach.training.field.AskedField;
import org.aeoreach.training.offer.OfferView;

/**
 * What the page of a session shows.
 *
 * @param siblings sessions to come that were planned together with it
 * @param fields what is asked of who registers
 */
public record OfferSheet(OfferView offer, List<OfferView> siblings, List<AskedField> fields) {}
